"""How it goes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.heads import CardId, Head, Kind
from quizml.model.reviews import Interval, Memory, Standing, Step, StudyDay
from quizml.store.values import DayCount
from quizml.study.statistics import (
    Maturity,
    forecast,
    hardest,
    longest_streak,
    maturity,
    on,
    statistics,
)

DAY = StudyDay(739_000)
NOON = datetime.fromordinal(DAY).replace(hour=12, tzinfo=UTC)


def heads(*names: str) -> list[Head]:
    return [
        Head(id=CardId(name), deck="d", note=name, position=n, kind=Kind.BASIC, topic=name)
        for n, name in enumerate(names)
    ]


def waiting(due: int = 5, days: int = 10, lapses: int = 0, difficulty: float = 5.0) -> Standing:
    schedule = Interval(days, StudyDay(DAY + due))
    return Standing(Memory(9.0, difficulty, schedule, NOON, StudyDay(DAY - 1), 3, lapses))


STEP = Standing(Memory(1.0, 5.0, Step(0, NOON), NOON, DAY, 1, 0))


def counted(*days: int, recalled: int = 9, reviews: int = 10) -> list[DayCount]:
    return [
        DayCount(
            day=StudyDay(DAY + day),
            new=2,
            learning=3,
            reviews=reviews,
            recalled=recalled,
            passed=recalled + 4,
            took_ms=90_000,
        )
        for day in days
    ]


def test_today_may_be_empty_without_breaking_the_streak() -> None:
    found = statistics([], {}, counted(-3, -2, -1), DAY)
    assert found.today == DayCount(day=DAY)
    assert (found.streak, found.longest) == (3, 3)


def test_a_missed_day_breaks_the_streak_but_not_the_longest() -> None:
    found = statistics([], {}, counted(-9, -8, -7, -6, -1, 0), DAY)
    assert (found.streak, found.longest) == (2, 4)
    assert found.today.answers == 15


def test_a_day_without_answers_is_no_day_of_study() -> None:
    assert statistics([], {}, [DayCount(day=DAY)], DAY).streak == 0


def test_retention_counts_reviews_of_the_last_days_alone() -> None:
    counts = counted(-400, recalled=0) + counted(-20, recalled=5) + counted(-6, 0)
    found = dict(statistics([], {}, counts, DAY).retention)
    assert {days: (r.recalled, r.reviews) for days, r in found.items()} == {
        7: (18, 20),
        30: (23, 30),
        365: (23, 30),
    }
    assert found[7].rate == pytest.approx(0.9)


def test_the_forecast_adds_what_is_overdue_to_today() -> None:
    standings = {
        CardId("late"): waiting(-4),
        CardId("today"): waiting(0),
        CardId("third"): waiting(2),
        CardId("far"): waiting(30),
        CardId("step"): STEP,
        CardId("aside"): Standing(waiting(0).progress, suspended=True),
        CardId("of-no-deck"): waiting(1),
    }
    cards = heads("late", "today", "third", "far", "step", "aside", "new")
    assert forecast(cards, standings, DAY, 3) == (2, 0, 1)


def test_each_card_stands_in_one_place() -> None:
    standings = {
        CardId("step"): STEP,
        CardId("young"): waiting(days=20),
        CardId("mature"): waiting(days=21),
        CardId("aside"): Standing(suspended=True),
    }
    cards = heads("new", "flagged", "step", "young", "mature", "aside")
    standings[CardId("flagged")] = Standing(flagged=True)
    assert maturity(cards, standings) == Maturity(new=2, learning=1, young=1, mature=1, suspended=1)


def test_the_hardest_cards_lapsed_most_and_some_are_leeches() -> None:
    standings = {
        CardId("a"): waiting(lapses=1, difficulty=9.0),
        CardId("b"): waiting(lapses=8),
        CardId("c"): waiting(),
        CardId("d"): waiting(lapses=1, difficulty=9.5),
    }
    found = hardest(heads("a", "b", "c", "d", "new"), standings, leech_lapses=8, most=10)
    assert [(hard.card, hard.leech) for hard in found] == [("b", True), ("d", False), ("a", False)]
    assert len(hardest(heads("a", "b", "d"), standings, leech_lapses=8, most=2)) == 2


def test_a_day_without_study_counts_nothing() -> None:
    assert on(counted(-1), DAY).answers == 0


@given(st.sets(st.integers(1, 60)))
def test_the_longest_streak_is_the_longest_run(days: set[int]) -> None:
    marks = "".join("x" if day in days else " " for day in range(62))
    assert longest_streak(map(StudyDay, sorted(days))) == max(map(len, marks.split()), default=0)
