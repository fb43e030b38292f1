"""Learning and relearning steps, as Anki does them."""

from datetime import timedelta

import pytest

from quizml.model.reviews import Rating
from quizml.scheduling.steps import lapsed, least_days, stepped

AGAIN, HARD, GOOD = Rating.AGAIN, Rating.HARD, Rating.GOOD


def minutes(*values: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=value) for value in values)


@pytest.mark.parametrize(
    ("index", "steps", "expected"),
    [
        (0, (1, 10), {AGAIN: (0, 1), HARD: (0, 5.5), GOOD: (1, 10)}),
        (1, (1, 10), {AGAIN: (0, 1), HARD: (1, 10)}),
        (0, (10,), {AGAIN: (0, 10), HARD: (0, 15)}),
        (1, (1, 10, 60), {AGAIN: (0, 1), HARD: (1, 10), GOOD: (2, 60)}),
        (5, (1, 10), {AGAIN: (0, 1), HARD: (1, 10)}),  # there were more steps once
        (0, (), {}),
    ],
)
def test_a_rating_repeats_advances_or_graduates(
    index: int, steps: tuple[float, ...], expected: dict[Rating, tuple[int, float]]
) -> None:
    waits = {rating: (i, wait.total_seconds() / 60) for rating, (i, wait) in
             stepped(index, minutes(*steps)).items()}  # fmt: skip
    assert waits == expected


def test_only_forgetting_leads_into_relearning() -> None:
    assert lapsed(minutes(10, 20)) == {AGAIN: (0, timedelta(minutes=10))}
    assert lapsed(()) == {}


def test_graduating_is_never_sooner_than_a_step_of_days() -> None:
    assert least_days(stepped(0, minutes(10))) == 1
    assert least_days(stepped(0, (timedelta(days=1),))) == 2  # Hard: a day and a half
    assert least_days({}) == 1
