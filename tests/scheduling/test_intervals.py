"""Fuzz, order and caps of whole days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.heads import CardId
from quizml.scheduling.intervals import fuzz_for, spread, whole_days

fuzzes = st.floats(0, 1, exclude_max=True)
some_days = st.floats(0, 40_000)


def test_fuzz_is_the_same_on_every_machine() -> None:
    # printf detection/giou/3 | b2sum -l 48, as a share of 2**48
    assert fuzz_for(CardId("detection/giou"), 3) == pytest.approx(0.9489297, abs=1e-7)


@given(st.text(), st.integers(0, 10_000))
def test_fuzz_is_a_share(card: str, reps: int) -> None:
    assert 0 <= fuzz_for(CardId(card), reps) < 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0.2, 0), (2.49, 0), (2.5, 0), (4.5, 0.3), (7, 0.675), (20, 1.975), (100, 5.975)],
)
def test_the_spread_has_ankis_ranges(days: float, expected: float) -> None:
    assert spread(days) == pytest.approx(expected)


@given(some_days, fuzzes)
def test_fuzz_stays_within_its_share(days: float, fuzz: float) -> None:
    chosen = whole_days(days, fuzz, 0, 100_000)
    assert abs(chosen - days) <= 0.15 * days + 0.5


@given(some_days, some_days, fuzzes, st.integers(1, 50), st.integers(1, 50_000))
def test_longer_stays_longer_and_inside_its_limits(
    shorter: float, longer: float, fuzz: float, least: int, most: int
) -> None:
    shorter, longer = sorted((shorter, longer))
    a, b = (whole_days(days, fuzz, least, most) for days in (shorter, longer))
    assert min(least, most) <= a <= b <= most


@pytest.mark.parametrize(("days", "whole"), [(0.4, 1), (1.5, 2), (2.4, 2), (2.49, 2)])
def test_short_intervals_are_only_rounded(days: float, whole: int) -> None:
    assert {whole_days(days, fuzz / 10, 1, 36_500) for fuzz in range(10)} == {whole}


def test_all_of_the_range_is_used() -> None:
    assert {whole_days(30, fuzz / 100, 1, 36_500) for fuzz in range(100)} == set(range(28, 33))
