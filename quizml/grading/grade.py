"""One function of one submission, graded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizml.grading.nursery import Nursery
from quizml.grading.outcomes import Answered, Missing
from quizml.grading.sandbox import Sandbox
from quizml.model.errors import Fault
from quizml.model.verdicts import Failure, Report, Verdict

if TYPE_CHECKING:
    from quizml.grading.outcomes import Outcome
    from quizml.grading.submissions import Submission


@dataclass(frozen=True, slots=True)
class Options:
    """How to grade."""

    seed: int | None = None
    """Of the cases; None for fresh ones."""
    fence: bool = True
    require_full: bool = False


def grade(
    submission: Submission,
    exercise: str,
    card: str,
    options: Options,
    nursery: Nursery | None = None,
) -> Report:
    """The report on `exercise` in `submission`. A fault of ours is raised, never reported.

    Who grades many passes a nursery of the same options; otherwise one is made for this.
    """
    if nursery is None:
        with Nursery(fence=options.fence) as own:
            return grade(submission, exercise, card, options, own)
    import secrets  # noqa: PLC0415 - all of this while the zygote starts

    from quizml import references  # noqa: PLC0415 - numpy loads here and there at once
    from quizml.grading.judge import Judge, judged  # noqa: PLC0415
    from quizml.grading.orphans import harden  # noqa: PLC0415
    from quizml.grading.shrink import smallest  # noqa: PLC0415

    report = _empty(submission, exercise, card)
    hidden = references.load(exercise)
    seed = secrets.randbits(64) if options.seed is None else options.seed
    cases = list(hidden.cases(seed))
    harden()
    with Sandbox(nursery, hidden.exercise.limits) as child:
        level, why = child.level
        if options.require_full and level != "full":
            raise Fault(f"the sandbox is not full ({level}): {why}")
        report = replace(report, total=len(cases), sandbox=level)
        loaded = child.load(submission.text, exercise)
        if not isinstance(loaded, Answered):
            return _not_loaded(report, loaded)
        judge = Judge(hidden, child)
        course = judge.run(cases)
        worst = course.worst
        best = smallest(hidden, worst, Judge(hidden, child).ask) if worst else None
        report = judged(report, judge, cases, best)
        return replace(report, output=(loaded.output + report.output)[:4000])


def _not_loaded(report: Report, loaded: Missing | Outcome) -> Report:
    """The text did not run, or does not define the function after all."""
    if isinstance(loaded, Missing):
        message = f"the file runs, but leaves no function called {report.function}"
        verdict = Verdict.MISSING
    else:
        verdict = getattr(loaded, "verdict", Verdict.FORBIDDEN)
        message = getattr(loaded, "what", "")
    failure = Failure(case="running the file", category="load", message=message)
    return replace(report, verdict=verdict, failure=failure, output=loaded.output)


def missing(submission: Submission, exercise: str, card: str) -> Report:
    """The report on a function that was asked for and is not in the file."""
    message = f"no function called {exercise} at the top level of the file"
    failure = Failure(case="reading the file", category="load", message=message)
    return replace(_empty(submission, exercise, card), failure=failure)


def _empty(submission: Submission, exercise: str, card: str) -> Report:
    """A report before anything was run."""
    return Report(
        file=submission.file,
        card=card,
        exercise=exercise,
        function=exercise,
        verdict=Verdict.MISSING,
        passed=0,
        total=0,
        seconds=0.0,
        reference_seconds=0.0,
    )
