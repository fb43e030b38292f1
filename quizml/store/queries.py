"""Aggregates over the log, for limits and statistics. What was undone does not count."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from sqlite3 import Connection
from typing import TYPE_CHECKING

from quizml.model.reviews import StudyDay
from quizml.store.values import DayCount, Retention

if TYPE_CHECKING:
    from quizml.store.store import Store

FIRST_DAY = StudyDay(date.min.toordinal())
LAST_DAY = StudyDay(date.max.toordinal())

# Answered from the index reviews_of_day alone.
_DAYS = """
    select day, sum(state = 0), sum(state in (1, 3)), sum(state = 2),
        sum(state = 2 and rating > 1), sum(rating > 1), sum(took_ms)
    from reviews
    where day between ? and ? and not exists (select 1 from undos where target = reviews.id)
    group by day order by day
"""


def days(db: Connection, first: StudyDay, last: StudyDay) -> list[DayCount]:
    """Each study day of the span on which anything was answered, in order."""
    return [
        DayCount(
            day=StudyDay(day),
            new=new,
            learning=learning,
            reviews=reviews,
            recalled=recalled,
            passed=passed,
            took_ms=took_ms,
        )
        for day, new, learning, reviews, recalled, passed, took_ms in db.execute(
            _DAYS, (first, last)
        )
    ]


def all_days(store: "Store") -> list[DayCount]:
    """Each study day there ever was, in order; the first one is where learning began."""
    return store.days(FIRST_DAY, LAST_DAY)


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
