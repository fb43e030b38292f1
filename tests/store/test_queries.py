from datetime import date
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storefakes import NOW, TODAY, answer, record

from quizml.model.reviews import Rating, State
from quizml.store import DayCount
from quizml.store.queries import _DAYS, all_days
from quizml.store.retention import retention_by_month, retention_of_last, streak


def test_a_days_answers_are_counted_by_where_their_cards_stood(store):
    for state, rating in [
        (State.NEW, Rating.GOOD),
        (State.NEW, Rating.AGAIN),
        (State.LEARNING, Rating.GOOD),
        (State.RELEARNING, Rating.AGAIN),
        (State.REVIEW, Rating.HARD),
        (State.REVIEW, Rating.AGAIN),
    ]:
        record(store, answer(f"deck/{state}-{rating}", rating, state=state))
    record(store, answer("deck/yesterday", day=TODAY - 1))
    assert store.reviewed_on(TODAY) == DayCount(
        day=TODAY, new=2, learning=2, reviews=2, recalled=1, passed=3, took_ms=24_000
    )


def test_what_was_undone_does_not_count(store):
    record(store, answer("deck/a"))
    record(store, answer("deck/b"))
    store.undo(NOW, TODAY)
    assert store.reviewed_on(TODAY).new == 1
    store.undo(NOW, TODAY)
    assert store.reviewed_on(TODAY) == DayCount(day=TODAY)
    assert all_days(store) == []


def test_days_come_in_order_with_nothing_between(store):
    for day in (TODAY, TODAY - 40, TODAY - 2):
        record(store, answer(f"deck/{day}", day=day, state=State.REVIEW))
    assert [count.day for count in all_days(store)] == [TODAY - 40, TODAY - 2, TODAY]
    assert [count.day for count in store.days(TODAY - 2, TODAY)] == [TODAY - 2, TODAY]


def test_retention_is_told_by_month_and_for_the_last_days():
    first = date(2026, 1, 30).toordinal()
    counts = [
        DayCount(day=first, reviews=4, recalled=3),
        DayCount(day=first + 1, new=9),
        DayCount(day=first + 2, reviews=2, recalled=2),
    ]
    january, february = retention_by_month(counts)
    assert (january.period, january.rate) == ("2026-01", 0.75)
    assert (february.period, february.rate) == ("2026-02", 1.0)
    last = retention_of_last(counts, 2, first + 2)
    assert (last.period, last.rate) == ("2026-01-31..2026-02-01", 1.0)
    assert isnan(retention_of_last(counts, 1, first + 1).rate)


@settings(deadline=None)
@given(st.sets(st.integers(1, 30)), st.integers(5, 30))
def test_a_streak_is_days_in_a_row_and_today_may_still_come(days, today):
    expected = 0
    day = today if today in days else today - 1
    while day in days:
        expected, day = expected + 1, day - 1
    assert streak(days, today) == expected


@pytest.mark.parametrize("query", ["day between 5 and 5", "day between 1 and 99"])
def test_counting_reads_the_index_alone(store, query):
    plan = store._database.connection.execute(
        "explain query plan " + _DAYS.replace("day between ? and ?", query)
    )
    assert "COVERING INDEX reviews_of_day" in str(plan.fetchall())
