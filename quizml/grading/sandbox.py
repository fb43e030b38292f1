"""The parent's side of one fenced child: asks it one thing at a time, and ends it."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any, Self

from quizml.grading.escape import escaped
from quizml.grading.outcomes import Answered, Ended, Missing, Outcome, Raised, Unusable
from quizml.grading.pipes import Forged, Gone, Pipes, TooLate
from quizml.grading.protocol import Malformed, pack, unpack
from quizml.model.errors import Fault
from quizml.model.verdicts import Verdict

if TYPE_CHECKING:
    from types import TracebackType

    from quizml.grading.nursery import Nursery
    from quizml.model.exercises import Limits

SMALL = 1 << 16
START_SECONDS = 30.0
SIGNS = {
    "SIGXCPU": (Verdict.TIMEOUT, "it used up its processor time"),
    "SIGKILL": (Verdict.MEMORY, "the system ended it, most likely for lack of memory"),
    "SIGSYS": (Verdict.FORBIDDEN, "it made a call that the sandbox forbids"),
    "SIGXFSZ": (Verdict.FORBIDDEN, "it tried to write a file"),
}
TAMPERED = "something other than an answer came through the grader's own pipe"


class Sandbox:
    """One child process: one submission's function, called case by case."""

    def __init__(self, nursery: Nursery, limits: Limits) -> None:
        self._nursery, self._limits = nursery, limits
        self._ended: Ended | None = None
        self._text = ""
        self._level: tuple[str, str] | None = None
        requests, replies, printed = (os.pipe() for _ in range(3))
        theirs = (requests[0], replies[1], printed[1])
        self._pipes = Pipes(requests[1], replies[0], printed[0])
        try:
            self._pid = nursery.bear(*theirs)
        except BaseException:
            self._pipes.close()
            raise
        finally:
            for pipe in theirs:
                os.close(pipe)
        backend = nursery.backend
        memory = (limits.memory_mib + backend.memory_mib) << 20
        asked = (memory, limits.cpu_seconds, backend.threads, nursery.canary)
        try:
            self._hello = self._pipes.send(b"S", pack(asked), START_SECONDS)
        except (TooLate, Gone):
            self.close()
            raise Fault("the sandbox could not be started: it ended at once") from None

    @property
    def patience(self) -> float:
        """Seconds that one call may take because of the library that it is written with."""
        return self._nursery.backend.seconds

    @property
    def level(self) -> tuple[str, str]:
        """("full", "") or ("limits", why no stronger); waits until the child has started."""
        if self._level is None:
            try:
                _, body = self._pipes.receive(self._hello, SMALL, START_SECONDS)
                level, why = unpack(body)
            except (TooLate, Gone, Forged, Malformed, ValueError) as error:
                said = escaped(self._pipes.printed(), 600).strip().splitlines()
                last = f": {said[-1]}" if said else ""
                raise Fault(f"the sandbox could not be started{last}") from error
            self._level = (level, why)
        return self._level

    def load(self, text: str, function: str) -> Missing | Outcome:
        """Run the submission's text and find its function."""
        _ = self.level
        self._text = text
        told = (text, function, self._nursery.backend.name)
        return self._ask(b"L", told, SMALL, self._limits.seconds + 2 + self.patience)

    def call(
        self,
        arguments: tuple[Any, ...],
        named: dict[str, Any],
        *,
        seconds: float,
        cap: int,
        inputs_back: bool = False,
    ) -> Outcome:
        """Call the function. The reply may have `cap` bytes, and `seconds` to come."""
        asked = (arguments, tuple(named.items()), inputs_back, cap)
        outcome = self._ask(b"C", asked, cap + SMALL, seconds)
        if isinstance(outcome, Missing):
            return self._end(Verdict.FORBIDDEN, TAMPERED, outcome.output, 0.0)
        return outcome

    def timed(
        self, arguments: tuple[Any, ...], named: dict[str, Any], repeat: int, seconds: float
    ) -> float | None:
        """How long one call takes, of `repeat`, by the child's own clock; None if it failed."""
        asked = (arguments, tuple(named.items()), repeat)
        outcome = self._ask(b"T", asked, SMALL, seconds)
        took = outcome.value if isinstance(outcome, Answered) else None
        return took / repeat if isinstance(took, float) and took > 0 else None

    def _ask(self, kind: bytes, asked: Any, cap: int, seconds: float) -> Missing | Outcome:
        if self._ended:
            return self._ended
        began = time.monotonic()
        verdict, what = Verdict.TIMEOUT, f"no answer within {seconds:.1f} s"
        try:
            nonce = self._pipes.send(kind, pack(asked), seconds)
            answer, body = self._pipes.receive(nonce, cap, seconds)
            took = time.monotonic() - began
            return self._outcome(answer, unpack(body) if body else None, took)
        except TooLate:
            pass
        except Gone:
            verdict, what = self._cause_of_death()
        except (Forged, Malformed, ValueError, TypeError):
            verdict, what = Verdict.FORBIDDEN, TAMPERED
        took = time.monotonic() - began
        return self._end(verdict, what, self._printed(), took)

    def _outcome(self, kind: bytes, body: Any, took: float) -> Missing | Outcome:
        output = self._printed()
        match kind, body:
            case b"V", (value, tuple(inputs)):
                return Answered(value, inputs, took, output)
            case b"V", None | float():
                return Answered(body, (), took, output)
            case b"O", str(what):
                return Unusable(escaped(what, 300), took, output)
            case b"X", int(size):
                return Unusable(
                    f"an answer of {size:,} bytes, far more than expected", took, output
                )
            case b"E", (str(sort), str(name), str(message), tuple(frames)):
                verdict = Verdict(sort) if sort in ("memory", "forbidden") else Verdict.RAISED
                what = self._traceback(name, message, frames)
                return Raised(verdict, what, took, output)
            case b"M", None:
                return Missing(output)
        raise Malformed("no such reply")

    def _traceback(self, name: str, message: str, frames: tuple[Any, ...]) -> str:
        """The submission's own lines on the way to the exception, taken from its text here."""
        lines = self._text.splitlines()
        shown = []
        for line, function in frames:
            place = f"line {line:d}" + (f", in {function}" if function else "")
            source = lines[line - 1].strip() if 0 < line <= len(lines) else ""
            shown.append(f"{place}: {source}" if source else place)
        return escaped("\n".join([f"{name}: {message}" if message else name, *shown]), 1500)

    def _cause_of_death(self) -> tuple[Verdict, str]:
        code = self._nursery.wait(self._pid, 1)
        if code is None:
            return Verdict.FORBIDDEN, "it closed the grader's pipe"
        if code >= 0:
            return Verdict.RAISED, f"the process ended itself (exit code {code}) without an answer"
        known = -code in set(signal.Signals)
        name = signal.Signals(-code).name if known else f"signal {-code}"
        return SIGNS.get(name, (Verdict.RAISED, f"the process crashed ({name})"))

    def _printed(self) -> str:
        return escaped(self._pipes.printed())

    def _end(self, verdict: Verdict, what: str, output: str, took: float) -> Ended:
        self._ended = Ended(verdict, what, took, output)
        self._nursery.end(self._pid)
        return self._ended

    def close(self) -> None:
        """End the child, and whatever it left behind where the fence does not hold."""
        self._pipes.close()
        self._nursery.end(self._pid)
        if self._level is None or self._level[0] != "full":
            self._nursery.sweep()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
