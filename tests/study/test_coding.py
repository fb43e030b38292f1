"""When a verdict is a review, and which."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizml.model.attempts import Attempt
from quizml.model.heads import CardId, Difficulty
from quizml.model.reviews import Interval, Memory, Rating, Standing, State, Step, StudyDay, Unseen
from quizml.model.verdicts import Verdict
from quizml.study.coding import is_due, is_quick, rating_for, review_of, time_taken

NOW = datetime(2026, 3, 2, 13, tzinfo=UTC)
TODAY = StudyDay(739_677)
CARD = CardId("coding/nms")


def memory(schedule):
    then = NOW - timedelta(days=5)
    return Memory(5.0, 5.0, schedule, then, StudyDay(TODAY - 5), 1, 0)


def attempt(verdict, ago):
    return Attempt(
        card=CARD,
        verdict=verdict,
        at=NOW - ago,
        day=TODAY,
        seconds=0.1,
        category="",
        submission="",
    )


DUE = Standing(memory(Interval(5, TODAY)))
LATER = Standing(memory(Interval(6, StudyDay(TODAY + 1))))
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


@pytest.mark.parametrize(
    ("progress", "due"),
    [
        (Unseen(), True),
        (DUE.progress, True),
        (LATER.progress, False),
        (memory(Step(0, NOW)), True),
        (memory(Step(0, NOW + HOUR)), False),
    ],
)
def test_a_card_is_due_when_new_or_its_time_has_come(progress, due):
    assert is_due(progress, NOW, TODAY) is due


@pytest.mark.parametrize(
    ("verdict", "standing", "earlier", "rating"),
    [
        (Verdict.PASSED, Standing(), [], Rating.GOOD),
        (Verdict.PASSED, DUE, [], Rating.GOOD),
        (Verdict.PASSED, LATER, [], None),
        (Verdict.PASSED, Standing(suspended=True), [], None),
        (Verdict.WRONG, Standing(), [], None),
        (Verdict.MISSING, DUE, [], None),
        (Verdict.PASSED, Standing(), [attempt(Verdict.WRONG, WEEK)], Rating.HARD),
        (Verdict.PASSED, DUE, [attempt(Verdict.WRONG, HOUR)], Rating.HARD),
        (Verdict.PASSED, DUE, [attempt(Verdict.WRONG, WEEK)], Rating.GOOD),
        (Verdict.PASSED, DUE, [attempt(Verdict.PASSED, HOUR)], Rating.GOOD),
    ],
)
def test_a_verdict_becomes_a_rating(verdict, standing, earlier, rating):
    assert rating_for(verdict, standing, earlier, NOW, TODAY) is rating


@pytest.mark.parametrize(
    ("earlier", "rating"),
    [([], Rating.EASY), ([attempt(Verdict.WRONG, HOUR)], Rating.HARD)],
)
def test_a_quick_pass_is_easy_unless_something_failed_before(earlier, rating):
    assert rating_for(Verdict.PASSED, DUE, earlier, NOW, TODAY, quick=True) is rating


def test_a_quick_pass_of_a_card_that_is_not_due_is_no_review():
    assert rating_for(Verdict.PASSED, LATER, [], NOW, TODAY, quick=True) is None


MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("begun", "progress", "took"),
    [
        (None, Unseen(), None),
        (NOW - 4 * MINUTE, Unseen(), 4 * MINUTE),
        (NOW - 4 * MINUTE, DUE.progress, 4 * MINUTE),
        (NOW - 5 * HOUR, DUE.progress, None),
        (DUE.progress.last_at - MINUTE, DUE.progress, None),
        (NOW + MINUTE, Unseen(), None),
    ],
    ids=["unknown", "new", "due", "away meanwhile", "before the last review", "clock set back"],
)
def test_the_time_taken_is_known_or_not(begun, progress, took):
    assert time_taken(begun, progress, NOW) == took


@pytest.mark.parametrize(
    ("took", "difficulty", "quick"),
    [
        (None, Difficulty.HARD, False),
        (5 * MINUTE, Difficulty.EASY, True),
        (6 * MINUTE, Difficulty.EASY, False),
        (10 * MINUTE, Difficulty.MEDIUM, True),
        (11 * MINUTE, Difficulty.MEDIUM, False),
        (20 * MINUTE, Difficulty.HARD, True),
        (21 * MINUTE, Difficulty.HARD, False),
    ],
)
def test_what_is_quick_depends_on_how_hard_the_card_is(took, difficulty, quick):
    assert is_quick(took, difficulty, "def nms(): ...", []) is quick


def test_a_text_that_was_graded_before_was_not_written_quickly():
    before = replace(attempt(Verdict.PASSED, WEEK), submission="def nms(): ...\n")
    assert not is_quick(MINUTE, Difficulty.EASY, "def nms(): ...", [before])
    assert is_quick(MINUTE, Difficulty.EASY, "def nms(): return 1", [before])


def test_the_review_holds_what_was_promised():
    after = memory(Interval(9, StudyDay(TODAY + 9)))
    review = review_of(CARD, Rating.GOOD, Standing(), after, NOW, TODAY)
    assert (review.state, review.schedule, review.at) == (State.NEW, after.schedule, NOW)
    assert review.took_ms == 0
    timed = review_of(CARD, Rating.GOOD, Standing(), after, NOW, TODAY, 4 * MINUTE)
    assert timed.took_ms == 240_000
