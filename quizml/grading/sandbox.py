"""The parent's side of the fence: starts the child, asks it one thing at a time, ends it.

Making a `Sandbox` does not wait: the child imports numpy while the parent does.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from quizml.grading.escape import escaped
from quizml.grading.outcomes import Answered, Ended, Missing, Outcome, Raised, Unusable
from quizml.grading.pipes import Forged, Gone, Pipes, TooLate
from quizml.grading.protocol import Malformed, pack, unpack
from quizml.grading.readable import readable_paths
from quizml.model.errors import Fault
from quizml.model.verdicts import Verdict

if TYPE_CHECKING:
    from types import TracebackType

    from quizml.model.exercises import Limits

HERE = Path(__file__).parent
PARTS = ("protocol.py", "fence.py", "child.py")
THREADS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
SMALL = 1 << 16
START_SECONDS = 30.0
SIGNS = {
    "SIGXCPU": (Verdict.TIMEOUT, "it used up its processor time"),
    "SIGKILL": (Verdict.MEMORY, "the system ended it, most likely for lack of memory"),
    "SIGSYS": (Verdict.FORBIDDEN, "it made a call that the sandbox forbids"),
    "SIGXFSZ": (Verdict.FORBIDDEN, "it tried to write a file"),
}
TAMPERED = "something other than an answer came through the grader's own pipe"


def program() -> str:
    """The child's text: our files one after the other, without their imports of each other."""
    lines = [line for part in PARTS for line in (HERE / part).read_text("utf-8").splitlines()]
    return "\n".join(line for line in lines if not line.startswith("from quizml."))


def environment() -> dict[str, str]:
    """Next to nothing: one thread for the algebra, and what the interpreter needs to start."""
    kept = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
    return dict.fromkeys(THREADS, "1") | {n: os.environ[n] for n in kept if n in os.environ}


def _fresh_folder() -> Path:
    from tempfile import gettempdir  # noqa: PLC0415 - finds the place, and costs its import

    folder = Path(gettempdir()) / f"grade-{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    return folder


def _numpy_folder() -> str:
    found = importlib.util.find_spec("numpy")
    if found is None or not found.submodule_search_locations:
        raise Fault("numpy cannot be found; install quizml again")
    return found.submodule_search_locations[0]


def _remove(folder: Path) -> None:
    import shutil  # noqa: PLC0415 - when all is done

    shutil.rmtree(folder, ignore_errors=True)


class Sandbox:
    """One child process: one submission's function, called case by case."""

    def __init__(self, limits: Limits, *, fence: bool = True) -> None:
        self._limits = limits
        self._ended: Ended | None = None
        self._text = ""
        self._level: tuple[str, str] | None = None
        packages = (("numpy", _numpy_folder()),)
        self._folder = _fresh_folder()
        try:
            self._process = self._spawn()
        except OSError as error:
            _remove(self._folder)
            raise Fault(f"the sandbox could not be started: {error}") from error
        self._pipes = Pipes(self._process)
        bounds = (limits.memory_mib << 20, limits.cpu_seconds, os.getpid())
        paths = readable_paths(packages) if fence else None
        asked = (bounds, paths, str(self._folder / "canary"), packages)
        self._hello = self._greet(pack(asked))

    def _greet(self, asked: bytes) -> bytes:
        try:
            return self._pipes.send(b"S", asked, START_SECONDS)
        except (TooLate, Gone):
            self.close()
            raise Fault("the sandbox could not be started: it ended at once") from None

    def _spawn(self) -> subprocess.Popen[bytes]:
        cwd = self._folder / "empty"
        cwd.mkdir()
        (self._folder / "canary").write_text("not for the child")
        return subprocess.Popen(  # noqa: S603 - our interpreter, our text
            [sys.executable, "-I", "-B", "-S", "-c", program()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=environment(),
            start_new_session=True,
        )

    @property
    def level(self) -> tuple[str, str]:
        """("full", "") or ("limits", why no stronger); waits until the child has started."""
        if self._level is None:
            try:
                _, body = self._pipes.receive(self._hello, SMALL, START_SECONDS)
                level, why, _ = unpack(body)
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
        return self._ask(b"L", (text, function), SMALL, self._limits.seconds + 2)

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
            case b"V", (value, inputs):
                return Answered(value, inputs, took, output)
            case b"V", None:
                return Answered(None, (), took, output)
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
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            return Verdict.FORBIDDEN, "it closed the grader's pipe"
        if code >= 0:
            return Verdict.RAISED, f"the process ended itself (exit code {code}) without an answer"
        name = signal.Signals(-code).name
        return SIGNS.get(name, (Verdict.RAISED, f"the process crashed ({name})"))

    def _printed(self) -> str:
        return escaped(self._pipes.printed())

    def _end(self, verdict: Verdict, what: str, output: str, took: float) -> Ended:
        self._ended = Ended(verdict, what, took, output)
        self._kill()
        return self._ended

    def _kill(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End the child and whatever it left behind; remove its folder."""
        self._kill()
        self._pipes.close()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream:
                stream.close()
        if self._level is None or self._level[0] != "full":
            from quizml.grading.orphans import sweep  # noqa: PLC0415 - ctypes

            sweep(str(self._folder))
        _remove(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
