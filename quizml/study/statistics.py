"""How it goes: today, streak, retention, what is coming, and which cards are hard. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizml.model.heads import CardId, Head
from quizml.model.reviews import NEW_CARD, Interval, Memory, Standing, StudyDay
from quizml.store.retention import Retention, retention_of_last, streak
from quizml.store.values import DayCount

MATURE = 21
"""Days of interval from which a card counts as mature."""
PERIODS = (7, 30, 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maturity:
    """How many cards stand where; each card is counted once."""

    new: int = 0
    learning: int = 0
    """In learning or relearning steps."""
    young: int = 0
    mature: int = 0
    suspended: int = 0
    """Wherever they stood."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that was forgotten again and again."""

    card: CardId
    lapses: int
    difficulty: float
    """1 (easy) to 10 (hard), as the memory model sees it."""
    leech: bool
    suspended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Everything that `quizml stats` shows."""

    today: DayCount
    streak: int
    """Study days in a row; today, while it is not over, does not break it."""
    longest: int
    retention: tuple[tuple[int, Retention], ...]
    """Over the last so many days; only cards that had waited days count."""
    forecast: tuple[int, ...]
    """Reviews that come due today (with all overdue ones), tomorrow, and so on."""
    maturity: Maturity
    hardest: tuple[Hard, ...]


def statistics(
    heads: Sequence[Head],
    standings: Mapping[CardId, Standing],
    counts: Sequence[DayCount],
    today: StudyDay,
    *,
    days: int = 14,
    leech_lapses: int = 8,
    most: int = 10,
) -> Statistics:
    """All of it, for the cards in `heads`; `counts` are the days of the log, in order.

    `days` of forecast, and at most `most` of the hardest cards.
    """
    studied = [count.day for count in counts if count.answers]
    return Statistics(
        today=on(counts, today),
        streak=streak(studied, today),
        longest=longest_streak(studied),
        retention=tuple((n, retention_of_last(counts, n, today)) for n in PERIODS),
        forecast=forecast(heads, standings, today, days),
        maturity=maturity(heads, standings),
        hardest=hardest(heads, standings, leech_lapses, most),
    )


def on(counts: Iterable[DayCount], day: StudyDay) -> DayCount:
    """What was done on that day."""
    return next((count for count in counts if count.day == day), DayCount(day=day))


def longest_streak(studied: Iterable[StudyDay]) -> int:
    """The most study days in a row that there ever were; `studied` is in order."""
    longest = run = 0
    before: StudyDay | None = None
    for day in studied:
        run = run + 1 if before is not None and day == before + 1 else 1
        longest, before = max(longest, run), day
    return longest


def forecast(
    heads: Iterable[Head], standings: Mapping[CardId, Standing], today: StudyDay, days: int
) -> tuple[int, ...]:
    """Reviews due on each of the next `days` days, from today on, if none were added."""
    due = [0] * days
    for head in heads:
        match standings.get(head.id, NEW_CARD):
            case Standing(progress=Memory(schedule=Interval(due=day)), suspended=False):
                if day < today + days:
                    due[max(0, day - today)] += 1
    return tuple(due)


def maturity(heads: Iterable[Head], standings: Mapping[CardId, Standing]) -> Maturity:
    """How many of the cards stand where."""
    found = dict.fromkeys(("new", "learning", "young", "mature", "suspended"), 0)
    for head in heads:
        found[_stage(standings.get(head.id, NEW_CARD))] += 1
    return Maturity(**found)


def hardest(
    heads: Iterable[Head], standings: Mapping[CardId, Standing], leech_lapses: int, most: int
) -> tuple[Hard, ...]:
    """The cards forgotten most often, then by difficulty; none that never lapsed."""
    found = [
        Hard(
            head.id,
            memory.lapses,
            memory.difficulty,
            leech=memory.lapses >= leech_lapses,
            suspended=standing.suspended,
        )
        for head in heads
        if (standing := standings.get(head.id))
        and isinstance(memory := standing.progress, Memory)
        and memory.lapses
    ]
    return tuple(sorted(found, key=lambda hard: (-hard.lapses, -hard.difficulty))[:most])


def _stage(standing: Standing) -> str:
    match standing:
        case Standing(suspended=True):
            return "suspended"
        case Standing(progress=Memory(schedule=Interval(days=days))):
            return "mature" if days >= MATURE else "young"
        case Standing(progress=Memory()):
            return "learning"
        case _:
            return "new"
