"""Aggregates over the log, for limits and statistics. What was undone does not count."""

from datetime import date
from sqlite3 import Connection
from typing import TYPE_CHECKING

from quizml.model.reviews import StudyDay
from quizml.store.values import DayCount

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
