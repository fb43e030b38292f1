"""From a verdict to a review: only a pass that was due, or giving up, is one. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime

from quizml.model.attempts import Attempt
from quizml.model.heads import CardId
from quizml.model.reviews import (
    Interval,
    Memory,
    Progress,
    Rating,
    Review,
    Standing,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.model.verdicts import Verdict


def is_due(progress: Progress, now: datetime, day: StudyDay) -> bool:
    """Whether the card is new, or its time has come."""
    if isinstance(progress, Unseen):
        return True
    match progress.schedule:
        case Interval(due=due):
            return due <= day
        case Step(due=at):
            return at <= now


def rating_for(
    verdict: Verdict,
    standing: Standing,
    earlier: Iterable[Attempt],
    now: datetime,
    day: StudyDay,
) -> Rating | None:
    """Good for the first try since the last review, Hard after failures; None: not a review.

    `earlier` are the card's attempts before this one, in any order.
    """
    progress = standing.progress
    if verdict is not Verdict.PASSED or standing.suspended or not is_due(progress, now, day):
        return None
    since = None if isinstance(progress, Unseen) else progress.last_at
    failed = any(
        attempt.verdict is not Verdict.PASSED and (since is None or attempt.at > since)
        for attempt in earlier
    )
    return Rating.HARD if failed else Rating.GOOD


def review_of(
    card: CardId, rating: Rating, standing: Standing, after: Memory, now: datetime, day: StudyDay
) -> Review:
    """The review to log. How long the learner took is not known to the grader: 0."""
    progress = standing.progress
    return Review(
        card=card,
        rating=rating,
        at=now.astimezone(UTC),
        day=day,
        state=State.NEW if isinstance(progress, Unseen) else progress.state,
        took_ms=0,
        schedule=after.schedule,
    )
