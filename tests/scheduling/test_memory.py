"""The memory against py-fsrs, an independent implementation of FSRS-6.

Conventions that differ, and what is done about it here:
- py-fsrs counts 24-hour blocks, quizml study days: reviews are put whole days apart (and seconds
  apart on one day), where the two agree.
- py-fsrs reckons in double precision, the engine in single: hence 1e-3 rather than 1e-12.
- The engine keeps stability at or below 36,500 days, py-fsrs lets it grow: a sequence is
  compared up to there.
Both keep stability at or above 0.001, and both let a second review on one day lower stability
only if it is Again.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.heads import CardId
from quizml.model.reviews import Memory, Progress, Rating, StudyDay, Unseen
from quizml.scheduling.scheduler import Scheduler

CARD = CardId("deck/card")
START = datetime(2026, 1, 1, 12, tzinfo=UTC)
CEILING = 36_500
Answers = Sequence[tuple[int, Rating]]
"""Days since the answer before, and the rating."""


def witness(answers: Answers) -> list[tuple[float, float]]:
    """Stability and difficulty after each answer, by py-fsrs."""
    judge = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, day, found = fsrs.Card(), 0, []
    for seconds, (gap, rating) in enumerate(answers):
        day += gap
        at = START + timedelta(days=day, seconds=seconds)
        card, _ = judge.review_card(card, fsrs.Rating(rating), at)
        assert card.stability is not None
        assert card.difficulty is not None
        found.append((card.stability, card.difficulty))
    return found


def ours(answers: Answers) -> list[Memory]:
    """The memory after each answer, by quizml."""
    scheduler, progress, day, found = Scheduler(), Unseen(), 739_000, []
    memory: Progress = progress
    for gap, rating in answers:
        day += gap
        memory = scheduler.futures(CARD, memory, START, StudyDay(day))[rating]
        found.append(memory)
    return found


def assert_same(answers: Answers) -> None:
    for (stability, difficulty), memory in zip(witness(answers), ours(answers), strict=True):
        if stability >= CEILING:
            assert memory.stability == CEILING
            return
        assert memory.stability == pytest.approx(stability, rel=1e-3)
        assert memory.difficulty == pytest.approx(difficulty, rel=1e-3)


def spaced(ratings: str, gaps: str) -> Answers:
    return [
        (int(gap), Rating(int(rating))) for gap, rating in zip(gaps.split(), ratings, strict=True)
    ]


@pytest.mark.parametrize(
    "answers",
    [
        spaced("33333333333333333333", "0 1 7 20 50 100 180 300 400 500 " + "500 " * 10),
        spaced("31313131313131313131", "0 1 5 1 4 1 6 1 3 1 8 1 2 1 9 1 7 1 5 1"),
        spaced("13332333433323334333", "0 0 0 1 3 8 20 45 90 1 0 2 5 11 25 60 120 200 300 365"),
        spaced("44444444444444444444", "0 8 30 60 90 " + "1 " * 15),
        spaced("11111111111111111111", "0 0 0 0 0 1 1 1 1 1 0 1 0 1 0 1 0 1 0 1"),
        spaced("22222222222222222222", "0 0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9"),
        spaced("34213421342134213421", "0 0 0 0 3 0 0 0 5 0 0 0 7 0 0 0 9 0 0 0"),
    ],
)
def test_twenty_ratings_give_the_memory_of_an_independent_implementation(answers: Answers) -> None:
    assert len(answers) == 20
    assert_same(answers)


gaps = st.one_of(st.just(0), st.integers(0, 10), st.integers(0, 400))
answers_drawn = st.lists(st.tuples(gaps, st.sampled_from(Rating)), min_size=1, max_size=20)


@given(answers_drawn)
def test_any_ratings_give_the_memory_of_an_independent_implementation(answers: Answers) -> None:
    assert_same(answers)


def test_stability_stops_at_a_hundred_years() -> None:
    answers = [(0, Rating.EASY)] + [(2000, Rating.EASY)] * 10
    assert ours(answers)[-1].stability == CEILING


def test_a_second_answer_on_one_day_lowers_stability_only_if_it_is_again() -> None:
    first = ours([(0, Rating.GOOD)])[0].stability
    second = {rating: ours([(0, Rating.GOOD), (0, rating)])[1].stability for rating in Rating}
    assert second[Rating.AGAIN] < first
    assert second[Rating.HARD] == second[Rating.GOOD] == first < second[Rating.EASY]
