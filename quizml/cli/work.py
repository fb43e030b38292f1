"""What `quizml grade` has to do: found in files before a run, kept in the log after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from quizml.grading.grade import missing
from quizml.grading.submissions import Submission, Target, files_in, read
from quizml.model.errors import BadInput, Fault, QuizmlError
from quizml.model.verdicts import Report, Verdict
from quizml.references import EXERCISES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from quizml.cli.context import Context
    from quizml.grading.grade import Options
    from quizml.model.cards import Code


class Job(NamedTuple):
    """What the learner has asked for. A tuple: every run pays for its class."""

    files: tuple[Path, ...]
    """Or folders."""
    exercise: str | None
    """The one that is asked for, if one is."""
    card: Code | None
    """The card that was named, if one was."""
    options: Options
    own: Mapping[str, Path] = {}
    """Exercises that decks bring, each with its reference."""
    keep: bool = True
    """Whether attempts and reviews are logged."""


class Trouble(NamedTuple):
    """What kept a file, or one exercise of it, from a verdict."""

    file: str
    what: str
    """The whole line that is told."""
    exercise: str = ""
    ours: bool = False
    """Whether it is our fault, not the file's."""


@dataclass(slots=True)
class Work:
    """What there is to grade, what came of it, and what went wrong before and during it."""

    targets: list[Target] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is to be told below each report."""
    cards: list[Code | None] = field(default_factory=list)
    """The card that each report answers, if one does."""
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """Ours first, then theirs, then what could not be read."""
        if any(trouble.ours for trouble in self.troubles):
            return Fault.exit_code
        if any(report.verdict is not Verdict.PASSED for report in self.reports):
            return 1
        return BadInput.exit_code if self.troubles else 0


def found_in(paths: Sequence[Path], job: Job) -> Work:
    """Every function in these files, and in the files of these folders, that is an exercise.

    A file without any is told only if the learner has named it.
    """
    work = Work()
    for path in files_in(list(paths)):
        try:
            submission = read(path)
        except BadInput as error:
            work.troubles.append(Trouble(str(path), str(error)))
            continue
        names = submission.exercises([job.exercise] if job.exercise else {**job.own, **EXERCISES})
        work.targets += [Target(submission, name, _place(job, name)) for name in names]
        if job.exercise and not names:
            work.reports.append(missing(submission, job.exercise))
        elif not names and path in job.files:
            what = f"{path}: nothing to grade: {_nothing(submission)}"
            work.troubles.append(Trouble(str(path), what))
    return work


def _place(job: Job, exercise: str) -> Path | None:
    """The file of a deck's own exercise; of two of one name ours is meant, unless a card says."""
    return job.own.get(exercise) if job.card or exercise not in EXERCISES else None


def _nothing(submission: Submission) -> str:
    """Why no function of a file is graded: the likeliest slip is a name not quite right."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    for name in submission.functions:
        near = get_close_matches(name, EXERCISES, 1)
        if near:
            return f"no function has the name of an exercise (is {name} meant for {near[0]}?)"
    return "no function has the name of an exercise; `quizml code CARD` writes a starter"


def take_in(work: Work, outcomes: Sequence[Report | QuizmlError]) -> None:
    """What came of the targets, in their order; reports on missing functions follow."""
    graded = []
    for (submission, exercise, _), outcome in zip(work.targets, outcomes, strict=True):
        if isinstance(outcome, Report):
            graded.append(outcome)
        else:
            what = f"{submission.file}: {exercise}: {outcome}"
            ours = isinstance(outcome, Fault)
            work.troubles.append(Trouble(submission.file, what, exercise, ours=ours))
    work.reports[:0] = graded


def log(context: Context, work: Work, job: Job) -> None:
    """Give each report its card and its note; keep the attempts, and the reviews that they are."""
    from quizml.cli.coding import record_attempt  # noqa: PLC0415 - after the verdict

    texts = {target.submission.file: target.submission.text for target in work.targets}
    places = {target.exercise: target.reference for target in work.targets}
    cards_for = _cards(context)
    for place, report in enumerate(work.reports):
        fits = [job.card] if job.card else cards_for(report.exercise, places.get(report.exercise))
        card = fits[0] if len(fits) == 1 else None
        work.cards.append(card)
        if card is None:
            names = " and ".join(found.id for found in fits)
            several = f"{names} ask for it: choose with --card; nothing was logged"
            work.notes.append(several if fits else "no card asks for it; nothing was logged")
            continue
        work.reports[place] = replace(report, card=card.id)
        text = texts.get(report.file, "") if job.keep else ""
        note = record_attempt(context, card, work.reports[place], text) if text else ""
        work.notes.append(note)


def _cards(context: Context) -> Callable[[str, Path | None], list[Code]]:
    """Looks for the cards of an exercise, once for each."""
    from quizml.cli.coding import cards_asking  # noqa: PLC0415 - as above

    known: dict[tuple[str, Path | None], list[Code]] = {}

    def cards(exercise: str, reference: Path | None) -> list[Code]:
        if (exercise, reference) not in known:
            known[exercise, reference] = cards_asking(context, exercise, reference)
        return known[exercise, reference]

    return cards


def level(reports: Iterable[Report]) -> str:
    """The weakest sandbox that any report had."""
    levels = {report.sandbox for report in reports if report.sandbox}
    return "full" if levels == {"full"} else "limits" if levels else ""
