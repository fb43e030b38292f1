"""When a verdict is a review, and which."""

from datetime import UTC, datetime, timedelta

import pytest

from quizml.model.attempts import Attempt
from quizml.model.heads import CardId
from quizml.model.reviews import Interval, Memory, Rating, Standing, State, Step, StudyDay, Unseen
from quizml.model.verdicts import Verdict
from quizml.study.coding import is_due, rating_for, review_of

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


def test_the_review_holds_what_was_promised():
    after = memory(Interval(9, StudyDay(TODAY + 9)))
    review = review_of(CARD, Rating.GOOD, Standing(), after, NOW, TODAY)
    assert (review.state, review.schedule, review.at) == (State.NEW, after.schedule, NOW)
