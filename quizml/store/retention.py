"""How much was recalled, and how regularly was studied: sums over days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from quizml.model.reviews import StudyDay
from quizml.store.values import DayCount


@dataclass(frozen=True, slots=True)
class Retention:
    """How many reviews of a period were recalled; only cards that had waited days count."""

    period: str
    """`2026-01` for a month, or `2026-01-09..2026-02-07`."""
    recalled: int
    reviews: int

    @property
    def rate(self) -> float:
        """Share recalled; NaN where nothing was reviewed."""
        return self.recalled / self.reviews if self.reviews else float("nan")


def retention(counts: Iterable[DayCount], period: str) -> Retention:
    """How many of the reviews of those days were recalled."""
    counted = [(count.recalled, count.reviews) for count in counts]
    return Retention(period, sum(r for r, _ in counted), sum(n for _, n in counted))


def retention_by_month(counts: Iterable[DayCount]) -> list[Retention]:
    """For each calendar month (`2026-01`) of `counts`, which are in order."""
    return [retention(group, month) for month, group in groupby(counts, key=month_of)]


def retention_of_last(counts: Iterable[DayCount], days: int, today: StudyDay) -> Retention:
    """Over the `days` study days that end with `today`."""
    first = today - days + 1
    period = f"{date.fromordinal(first)}..{date.fromordinal(today)}"
    return retention((count for count in counts if first <= count.day <= today), period)


def month_of(count: DayCount) -> str:
    """The calendar month of the study day."""
    return date.fromordinal(count.day).isoformat()[:7]


def streak(studied: Iterable[StudyDay], today: StudyDay) -> int:
    """Study days in a row up to today, or up to yesterday while today is not over."""
    known = set(studied)
    day = today if today in known else today - 1
    length = 0
    while StudyDay(day - length) in known:
        length += 1
    return length
