"""`quizml grade --watch`: graded whenever it is saved, with a key for a hint."""

from __future__ import annotations

import time
from itertools import zip_longest
from typing import TYPE_CHECKING, Self

from quizml.cli.coding import earned
from quizml.cli.interrupts import Quit
from quizml.cli.saves import Saves
from quizml.cli.watch_stages import QUIT, FullScreen, Lines
from quizml.cli.work import Job, Trouble, Work, found_in, level, log, take_in
from quizml.grading.grade import Grader
from quizml.model.errors import BadInput, Fault, QuizmlError
from quizml.model.text import Display
from quizml.model.verdicts import Report, Verdict
from quizml.ui.frame import Banner
from quizml.ui.lines import Span, clean, wrap
from quizml.ui.notes import note
from quizml.ui.verdicts import results
from quizml.ui.watching import View, hints
from quizml.ui.words import say, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from quizml.cli.context import Context
    from quizml.cli.watch_stages import Stage
    from quizml.grading.grade import Options
    from quizml.grading.submissions import Target
    from quizml.model.cards import Code
    from quizml.model.heads import CardId
    from quizml.model.text import Language
    from quizml.ui.lines import Line

TICK = 0.15
"""Seconds between two looks at the files; a save is graded at the second."""


class Bench:
    """A grader that stays between runs: numpy is loaded once, and a case that failed comes again.

    After a fault, a new one.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._grader: Grader | None = None

    def __enter__(self) -> Self:
        self._grader = Grader(self._options)
        return self

    def __exit__(self, *_: object) -> None:
        if self._grader is not None:
            self._grader.close()

    def grade(self, targets: Sequence[Target]) -> list[Report | QuizmlError]:
        """A report for each, or why there is none."""
        return [self._one(target) for target in targets]

    def _one(self, target: Target) -> Report | QuizmlError:
        try:
            if self._grader is None:
                self._grader = Grader(self._options)
            return self._grader.grade(*target)
        except BadInput as error:
            return error
        except Fault as fault:
            if self._grader is not None:
                self._grader.close()
                self._grader = None
            return fault


class Watcher:
    """Grades what was saved, and answers keys between runs."""

    def __init__(self, context: Context, job: Job, bench: Bench, stage: Stage) -> None:
        self._context, self._job, self._bench, self._stage = context, job, bench, stage
        self._saves = Saves(job.files)
        self._display: Display = context.settings.language
        self._banner = Banner("", "")
        self._note = ""
        self._missing: list[Path] = []
        self._work: Work | None = None
        self._hints: dict[CardId, int] = {}
        self._revealed: Code | None = None

    def play(self) -> Work:
        """Until the learner quits; what came of the last run."""
        try:
            while True:
                saved = self._saves.new()
                if saved:
                    self._run(saved)
                else:
                    self._miss(self._saves.gone())
                key = self._stage.key(TICK)
                if key in QUIT:
                    break
                if key is not None:
                    self._press(key)
        except Quit:
            pass
        if self._work is None:
            raise KeyboardInterrupt  # there is no verdict to end with
        return self._work

    # Runs

    def _run(self, saved: Sequence[Path]) -> None:
        """One run, from the files to what is kept of it; a fault is told, and watched on."""
        names = [path.name for path in saved]
        title = names[0] if len(names) == 1 else self._say("files", count=len(names))
        before, self._banner = self._banner, Banner(title, self._say("grading"))
        self._note = ""
        self._stage.busy(self._view())
        began = time.monotonic()
        work = Work()
        try:
            with self._stage.running():
                work = found_in(saved, self._job)
                take_in(work, self._bench.grade(work.targets))
            log(self._context, work, self._job)
        except QuizmlError as error:
            work.troubles.append(Trouble("", str(error), ours=isinstance(error, Fault)))
        if work.reports or work.troubles:
            took, now = time.monotonic() - began, self._context.now()
            state = self._say("graded at", time=f"{now:%H:%M:%S}", seconds=f"{took:.1f}")
            self._banner, self._work, self._revealed = Banner(title, state), work, None
        elif self._work is None:
            self._tell("not graded")
        else:
            self._banner = before  # a file without an exercise
        self._stage.show(self._view(), fresh=True)

    def _miss(self, gone: list[Path]) -> None:
        """Say which file is not there, or that it is again."""
        if gone == self._missing:
            return
        self._missing = gone
        self._note = ""
        if gone:
            self._tell("gone", file=gone[0].name)
        self._stage.show(self._view())

    # Keys

    def _press(self, key: str) -> None:
        self._note = ""
        match key:
            case "h":
                self._hint()
            case "r":
                self._reveal()
            case "l":
                order = tuple(Display)
                self._display = order[(order.index(self._display) + 1) % len(order)]
            case "esc":
                self._revealed = None
            case "resize":
                pass
            case _:
                return
        self._stage.show(self._view())

    def _hint(self) -> None:
        """One hint more for the first function that failed."""
        self._revealed = None
        report, card = self._subject()
        if report is None:
            self._tell("not graded")
        elif report.verdict is Verdict.PASSED:
            self._tell("no hint needed")
        elif card is None:
            self._tell("no card", exercise=report.exercise)
        elif not card.hints:
            self._tell("no hints", card=card.id)
        elif self._hints.get(card.id, 0) >= len(card.hints):
            self._tell("no more hints")
        else:
            self._hints[card.id] = self._hints.get(card.id, 0) + 1

    def _reveal(self) -> None:
        """The reference in the place of the report, or back; only once it is earned."""
        report, card = self._subject()
        if self._revealed is not None:
            self._revealed = None
        elif report is None:
            self._tell("not graded")
        elif card is None:
            self._tell("no card", exercise=report.exercise)
        elif not earned(self._context.store(), card.id):
            self._tell("not earned", exercise=card.exercise)
        else:
            self._revealed = card

    def _subject(self) -> tuple[Report | None, Code | None]:
        """What a key is about: the first function that failed, or the first."""
        if self._work is None or not self._work.reports:
            return None, None
        pairs = list(zip_longest(self._work.reports, self._work.cards))
        failed = [pair for pair in pairs if pair[0].verdict is not Verdict.PASSED]
        return (failed or pairs)[0]

    # What is seen

    def _view(self) -> View:
        width, theme = self._stage.width, self._context.theme()
        report, card = self._subject()
        failed = report is not None and report.verdict is not Verdict.PASSED
        shown = range(1, self._hints.get(card.id, 0) + 1) if card and failed else ()
        reference: list[Line] = []
        if self._revealed is not None:
            from quizml.cli.reveal import reference as lines  # noqa: PLC0415 - numpy

            reference = lines(self._context, self._revealed, width, self._words)
        return View(
            banner=self._banner,
            report=self._report(width),
            hints=tuple(hints(card, shown, self._display, width, theme)) if card else (),
            reference=tuple(reference),
            note=self._note,
            language=self._words,
        )

    def _report(self, width: int) -> tuple[Line, ...]:
        work = self._work
        if work is None:
            return ()
        told = [
            line
            for trouble in work.troubles
            for line in wrap([Span(clean(trouble.what), "error")], width)
        ]
        notes = [*work.notes, *("" for _ in work.reports[len(work.notes) :])]
        return (*results(work.reports, notes, level(work.reports), width), *told)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._words, **values)

    def _tell(self, key: str, **values: object) -> None:
        self._note = note(key, self._words, **values)

    @property
    def _words(self) -> Language:
        return spoken(self._display)


def watch(context: Context, job: Job, *, plain: bool) -> Work:
    """Watch the files until the learner quits; what came of the last run."""
    for path in job.files:
        if not path.exists():
            raise BadInput(f"{path}: there is no such file")
    context.store()  # what is wrong with it is told before the screen is taken
    with Bench(job.options) as bench:
        if plain:
            return Watcher(context, job, bench, Lines()).play()
        from quizml.ui.terminal import Terminal  # noqa: PLC0415 - not in a pipe

        with Terminal() as terminal:
            return Watcher(context, job, bench, FullScreen(terminal, context.theme())).play()
