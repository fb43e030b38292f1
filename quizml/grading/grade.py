"""One function of one submission, graded."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from quizml.grading import early
from quizml.grading.annotations import backend_of
from quizml.grading.backends import BACKENDS
from quizml.grading.nursery import Nursery
from quizml.grading.outcomes import Answered, Missing
from quizml.grading.sandbox import Sandbox
from quizml.model.errors import Fault
from quizml.model.verdicts import Failure, Report, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from quizml.grading.exam import Exam
    from quizml.grading.foreign import Foreign
    from quizml.grading.outcomes import Outcome
    from quizml.grading.submissions import Submission
    from quizml.references.hidden import Hidden


@dataclass(frozen=True, slots=True)
class Options:
    """How to grade."""

    seed: int | None = None
    """Of the cases; None for fresh ones."""
    fence: bool = True
    backend: str = ""
    """What the submissions are written with; empty: as their annotations say, else NumPy."""
    require_full: bool = False
    speed: bool = False
    """Whether a pass is timed beside the reference; tens of milliseconds more."""


class Grader:
    """Grades one submission after another; the cases of an exercise are drawn once for all."""

    def __init__(self, options: Options, nursery: Nursery | None = None) -> None:
        """`nursery` may be shared with others of the same thread; it is then theirs to close."""
        self._options = options
        self._shared = nursery
        self._nurseries: dict[str, Nursery] = {}
        if nursery is None and options.backend in ("", "numpy"):
            self._nurseries["numpy"] = early.take() if options.fence else Nursery(fence=False)
        self._exams: dict[tuple[str, Path | None], Exam] = {}
        self._foreign: list[Foreign] = []

    def grade(self, submission: Submission, exercise: str, reference: Path | None = None) -> Report:
        """The report on `exercise` in `submission`. A fault of ours is raised, never reported.

        `reference` is the file that holds the exercise, where it is a deck's own.
        """
        from quizml.grading.judge import Judge, judged  # noqa: PLC0415 - numpy loads here
        from quizml.grading.orphans import harden  # noqa: PLC0415 - and in the zygote at once
        from quizml.grading.shrink import smallest  # noqa: PLC0415

        nursery = self._nursery(submission, exercise)
        exam = self.exam(exercise, reference)
        harden()
        report = replace(_empty(submission, exercise), total=len(exam.cases))
        with Sandbox(nursery, exam.hidden.exercise.limits) as child:
            level, why = child.level
            if self._options.require_full and level != "full":
                raise Fault(f"the sandbox is not full ({level}): {why}")
            report = replace(report, sandbox=level)
            loaded = child.load(submission.text, exercise)
            if not isinstance(loaded, Answered):
                return _not_loaded(report, loaded)
            judge = Judge(exam, child)
            worst = judge.run().worst
            best = smallest(exam.hidden, worst, Judge(exam, child).ask) if worst else None
            report = judged(report, judge, best)
            if self._options.speed and report.verdict is Verdict.PASSED:
                from quizml.grading.speed import speed  # noqa: PLC0415 - for passes alone

                words = speed(exam, submission.text, child, nursery)
                report = replace(report, speed=words)
            return replace(report, output=(loaded.output + report.output)[:4000])

    def _nursery(self, submission: Submission, exercise: str) -> Nursery:
        return self._nursery_for(self._options.backend or backend_of(submission.text, exercise))

    def _nursery_for(self, name: str) -> Nursery:
        """The one of that backend, started now if need be."""
        if self._shared:
            return self._shared
        if name not in self._nurseries:
            self._nurseries[name] = Nursery(BACKENDS[name], fence=self._options.fence)
        return self._nurseries[name]

    def exam(self, exercise: str, reference: Path | None = None) -> Exam:
        """The cases of an exercise, drawn now if they were not."""
        from quizml.grading.exam import Exam  # noqa: PLC0415 - numpy

        if (exercise, reference) not in self._exams:
            seed = self._options.seed
            seed = int.from_bytes(os.urandom(8)) if seed is None else seed
            hidden = self._hidden(exercise, reference)
            self._exams[exercise, reference] = Exam(hidden, seed)
        return self._exams[exercise, reference]

    def _hidden(self, exercise: str, reference: Path | None) -> Hidden:
        if reference is None:
            from quizml import references  # noqa: PLC0415 - numpy

            return references.load(exercise)
        from quizml.grading.foreign import foreign  # noqa: PLC0415 - seldom wanted

        found = foreign(reference, exercise, self._nursery_for("numpy"))
        self._foreign.append(found)
        return found.hidden

    def close(self) -> None:
        """End what was started."""
        for reference in self._foreign:
            reference.close()
        for nursery in self._nurseries.values():
            nursery.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _not_loaded(report: Report, loaded: Missing | Outcome) -> Report:
    """The text did not run, or does not define the function after all."""
    if isinstance(loaded, Missing):
        message = f"the file runs, but leaves no function called {report.function}"
        verdict = Verdict.MISSING
    else:
        verdict = getattr(loaded, "verdict", Verdict.FORBIDDEN)
        message = getattr(loaded, "what", "")
    missing = next((b for b in BACKENDS.values() if f"No module named '{b.name}'" in message), None)
    cause = f"written with {missing.told}? then --backend {missing.name}" if missing else ""
    failure = Failure(case="running the file", category="load", message=message, cause=cause)
    return replace(report, verdict=verdict, failure=failure, output=loaded.output)


def missing(submission: Submission, exercise: str) -> Report:
    """The report on a function that was asked for and is not in the file."""
    message = f"no function called {exercise} at the top level of the file"
    failure = Failure(case="reading the file", category="load", message=message)
    return replace(_empty(submission, exercise), failure=failure)


def _empty(submission: Submission, exercise: str) -> Report:
    """A report before anything was run."""
    return Report(
        file=submission.file,
        card="",
        exercise=exercise,
        function=exercise,
        verdict=Verdict.MISSING,
        passed=0,
        total=0,
        seconds=0.0,
        reference_seconds=0.0,
    )
