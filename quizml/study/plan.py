"""What there is to do today: one answer for `quizml`, `quizml due` and the session's queue.

Left out are suspended and buried cards. Of the cards of one note only one is asked a day: a note
with a card answered today, or in its steps, gives no other; among due siblings the most urgent
comes, and the next one tomorrow.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from quizml.model.heads import CardId, Head
from quizml.model.reviews import (
    NEW_CARD,
    Memory,
    Standing,
    Step,
    StudyDay,
)
from quizml.scheduling.days import day_starts

if TYPE_CHECKING:
    from quizml.store.values import DayCount

REGION = 10
"""Cards of a deck that are met as one stretch: important ones first, then in the deck's order.

So no card comes more than nine places before one that the deck puts ahead of it.
"""

Urgency = Callable[[Memory], float]
"""The lower, the sooner: a card's chance of being recalled."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked for. What was done earlier today counts, except towards `total`."""

    new: int = 10
    """Cards a day that are met for the first time."""
    reviews: int = 200
    """Cards a day that had waited days."""
    total: int | None = None
    """Different cards in this session; one that comes again in its steps counts once."""
    learn_ahead: timedelta = timedelta(minutes=20)
    """How much too early a card in its steps may come when nothing else is left."""

    def remaining(self, already: "DayCount") -> tuple[int, int]:
        """How many new cards and how many reviews today still allows."""
        return max(0, self.new - already.new), max(0, self.reviews - already.reviews)


@dataclass(slots=True)
class Gathered:
    """What could be asked on a day, before any limit; each list in the order of asking."""

    learning: list[tuple[datetime, Head]] = field(default_factory=list)
    """In their steps, with the time at which the step is over."""
    reviews: list[Head] = field(default_factory=list)
    new: list[Head] = field(default_factory=list)
    held_back: int = 0
    """Due or new, but kept for tomorrow: buried, or a sibling comes today."""
    later: StudyDay | None = None
    """The first day after this one on which a review comes due."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What `quizml study` would ask now, and when there is more."""

    due: int
    """Reviews."""
    learning: int
    """Cards in their steps whose time has come, or will within the learn-ahead time."""
    new: int
    next_due: datetime | None
    """The first moment at which a card not counted here can be asked; None without such a card."""

    @property
    def total(self) -> int:
        """Cards to study now."""
        return self.due + self.learning + self.new


def is_hidden(standing: Standing, day: StudyDay) -> bool:
    """Whether the learner put the card aside, for good or for the day."""
    return standing.suspended or standing.buried_on == day


def gather(
    heads: Iterable[Head],
    standings: Mapping[CardId, Standing],
    day: StudyDay,
    *,
    urgency: Urgency = lambda _: 0.0,
    ahead: int = 0,
) -> Gathered:
    """The cards for `day`; with `ahead`, also reviews that come due in so many days."""
    found = Gathered()
    busy: set[str] = set()
    due: list[tuple[float, int, int, Head]] = []
    new: list[tuple[int, int, int, int, int, Head]] = []
    decks: dict[str, int] = {}
    for place, head in enumerate(heads):
        standing = standings.get(head.id, NEW_CARD)
        memory = standing.progress if isinstance(standing.progress, Memory) else None
        if memory and memory.last_day == day:
            busy.add(head.note)
        if standing.suspended:
            continue
        if memory and (later := _later(memory, day, ahead)):
            found.later = min(found.later or later, later)
        elif standing.buried_on == day:
            found.held_back += 1
        elif memory is None:
            deck = decks.setdefault(head.deck, len(decks))
            region = head.position // REGION
            new.append((deck, region, -head.importance, head.position, place, head))
        elif isinstance(memory.schedule, Step):
            busy.add(head.note)
            found.learning.append((memory.schedule.due, head))
        else:
            due.append((urgency(memory), -head.importance, place, head))
    found.learning.sort(key=lambda timed: timed[0])
    found.reviews = _one_a_note((entry[-1] for entry in sorted(due)), busy)
    found.new = _one_a_note((entry[-1] for entry in sorted(new)), busy)
    found.held_back += len(due) - len(found.reviews) + len(new) - len(found.new)
    return found


def outlook(
    heads: Iterable[Head],
    standings: Mapping[CardId, Standing],
    limits: Limits,
    already: "DayCount",
    *,
    now: datetime,
    day: StudyDay,
    rollover: time,
) -> Outlook:
    """What studying these cards would bring now; `now` is in the learner's zone."""
    found = gather(heads, standings, day)
    new, reviews = limits.remaining(already)
    soon = now + limits.learn_ahead
    moments = [due for due, _ in found.learning if due > soon]
    learning = len(found.learning) - len(moments)
    if found.held_back or len(found.new) > new or len(found.reviews) > reviews:
        moments.append(day_starts(StudyDay(day + 1), _zone(now), rollover))
    if found.later is not None:
        moments.append(day_starts(found.later, _zone(now), rollover))
    return Outlook(
        due=min(len(found.reviews), reviews),
        learning=learning,
        new=min(len(found.new), new),
        next_due=min(moments).astimezone(now.tzinfo) if moments else None,
    )


def _later(memory: Memory, day: StudyDay, ahead: int) -> StudyDay | None:
    """The day for which the card waits; None if it can be asked. `ahead` never asks twice a day."""
    schedule = memory.schedule
    if isinstance(schedule, Step) or schedule.due <= day:
        return None
    return schedule.due if memory.last_day >= day or schedule.due > day + ahead else None


def _one_a_note(heads: Iterable[Head], busy: set[str]) -> list[Head]:
    """The first card of each note that is not busy; `busy` grows by them."""
    chosen = []
    for head in heads:
        if head.note not in busy:
            busy.add(head.note)
            chosen.append(head)
    return chosen


def _zone(now: datetime) -> tzinfo:
    if now.tzinfo is None:
        raise ValueError(f"{now} has no time zone")
    return now.tzinfo
