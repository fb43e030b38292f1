"""What happened to a card, and what is remembered of it.

What every start reads by the thousand is a named tuple, the rest frozen dataclasses.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple, NewType

from quizml.model.heads import CardId

EventId = NewType("EventId", str)
"""Unique over all devices, and sorts by time."""

StudyDay = NewType("StudyDay", int)
"""The ordinal (`date.toordinal`) of a local day that begins at the rollover hour, not at 0:00."""


class Rating(IntEnum):
    """The learner's answer, with the numbers of the FSRS log format."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(IntEnum):
    """Where a card stands, with the numbers of the FSRS log format."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class Step:
    """Waiting minutes, inside the learning (or, after a lapse, relearning) steps."""

    index: int
    due: datetime
    relearning: bool = False


class Interval(NamedTuple):
    """Waiting whole study days."""

    days: int
    due: StudyDay


Schedule = Step | Interval


@dataclass(frozen=True, slots=True)
class Unseen:
    """Never reviewed."""


class Memory(NamedTuple):
    """What FSRS knows of a reviewed card, and when it is due."""

    stability: float
    """Days until the chance of recall falls to 90 %."""
    difficulty: float
    """1 (easy) to 10 (hard)."""
    schedule: Schedule
    last_at: datetime
    last_day: StudyDay
    reps: int
    lapses: int

    @property
    def state(self) -> State:
        """Where the card stands."""
        match self.schedule:
            case Step(relearning=True):
                return State.RELEARNING
            case Step():
                return State.LEARNING
            case Interval():
                return State.REVIEW


Progress = Unseen | Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One answer, as it happened; never edited afterwards."""

    card: CardId
    rating: Rating
    at: datetime
    """UTC."""
    day: StudyDay
    """The study day it fell on where it was made: changing time zone changes nothing recorded."""
    state: State
    """Before the answer."""
    took_ms: int
    schedule: Schedule
    """What the button promised."""


class Mark(StrEnum):
    """What a learner decides about a card besides rating it."""

    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    FLAG = "flag"
    UNFLAG = "unflag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A mark, as it was set. Burying lasts for the study day it was made on."""

    card: CardId
    mark: Mark
    at: datetime
    day: StudyDay


class Standing(NamedTuple):
    """Everything the store knows of one card now: a cache of its log."""

    progress: Progress = Unseen()
    suspended: bool = False
    buried_on: StudyDay = StudyDay(0)
    flagged: bool = False
    version: EventId = EventId("")
    """The last event that touched the card: an answer to an older version is refused."""


NEW_CARD = Standing()
