"""Marking what the learner picked or typed. The learner has the last word: they may overrule."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizml.model.cards import Option, Tolerance
from quizml.model.reviews import Rating
from quizml.study.numbers import Unclear, number
from quizml.study.wording import essence, is_slip

__all__ = ["Marked", "Note", "Unclear", "mark_choice", "mark_cloze", "mark_numeric"]

SLACK = Fraction(1, 10**9)
"""What two ways of computing one number in floating point may differ by, relative to it."""


class Note(StrEnum):
    """What there is to say; whoever shows it finds the words."""

    RIGHT = "right"
    ALMOST = "almost"
    """Right but for a typing slip: show how it is spelt."""
    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    """Nothing wrong was picked, but not all that is right."""
    EMPTY = "empty"
    """Nothing was picked or typed."""


RATINGS = {Note.RIGHT: Rating.GOOD, Note.ALMOST: Rating.HARD}


@dataclass(frozen=True, slots=True)
class Marked:
    """What an answer came to."""

    note: Note

    @property
    def right(self) -> bool:
        """Whether it counts as right."""
        return self.note in RATINGS

    @property
    def rating(self) -> Rating:
        """What to suggest."""
        return RATINGS.get(self.note, Rating.AGAIN)


def mark_choice(picked: frozenset[int], options: Sequence[Option]) -> Marked:
    """`picked` are places in `options`, from 0; all that is correct, and nothing else, is right."""
    correct = {place for place, option in enumerate(options) if option.correct}
    if picked == correct:
        return Marked(Note.RIGHT)
    if not picked:
        return Marked(Note.EMPTY)
    return Marked(Note.INCOMPLETE if picked < correct else Note.WRONG)


def mark_numeric(
    typed: str, want: float, tolerance: Tolerance, *, percent: bool = False
) -> Marked | Unclear:
    """The mark, or why there is none: what cannot be read is not wrong, it is typed again.

    With `percent` (the unit is a percent sign) both `25` and `25%` are 25. A whole number asked
    without tolerance must be met exactly.
    """
    got = number(typed.rstrip().rstrip("%％") if percent else typed)
    if isinstance(got, Unclear):
        return got
    target = Fraction(want)
    exact = tolerance.amount == 0 and target.denominator == 1
    amount = Fraction(tolerance.amount) * (abs(target) if tolerance.relative else 1)
    allowed = Fraction(0) if exact else amount + SLACK * abs(target)
    return Marked(Note.RIGHT if abs(got - target) <= allowed else Note.WRONG)


def mark_cloze(typed: str, accepted: Sequence[str]) -> Marked:
    """Right if it says what one of `accepted` says, in whatever dress; numbers go by value."""
    if not essence(typed):
        return Marked(Note.EMPTY)
    if any(_same(typed, wanted) for wanted in accepted):
        return Marked(Note.RIGHT)
    slipped = any(is_slip(typed, wanted) for wanted in accepted)
    return Marked(Note.ALMOST if slipped else Note.WRONG)


def _same(typed: str, wanted: str) -> bool:
    ours, theirs = essence(typed), essence(wanted)
    if ours == theirs:
        return True
    got, want = number(ours), number(theirs)
    if isinstance(got, Unclear) or isinstance(want, Unclear):
        return False
    return abs(got - want) <= SLACK * abs(want)
