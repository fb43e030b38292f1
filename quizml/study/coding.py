"""From a verdict to a review: only a pass that was due, or giving up, is one. Pure."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from quizml.model.attempts import Attempt
from quizml.model.heads import CardId, Difficulty
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

QUICK: Mapping[Difficulty, timedelta] = {
    Difficulty.EASY: timedelta(minutes=5),
    Difficulty.MEDIUM: timedelta(minutes=10),
    Difficulty.HARD: timedelta(minutes=20),
}
"""From the starter file, or the card in a session, to the pass: as fast as on a whiteboard."""
LONGEST = timedelta(hours=2)
"""Who took longer was away meanwhile: then the time is not known."""


def is_due(progress: Progress, now: datetime, day: StudyDay) -> bool:
    """Whether the card is new, or its time has come."""
    if isinstance(progress, Unseen):
        return True
    match progress.schedule:
        case Interval(due=due):
            return due <= day
        case Step(due=at):
            return at <= now


def time_taken(begun: datetime | None, progress: Progress, now: datetime) -> timedelta | None:
    """From the start until now; None where the start is unknown, too old, or of another review."""
    if begun is None or (isinstance(progress, Memory) and begun <= progress.last_at):
        return None
    took = now - begun
    return took if timedelta() <= took <= LONGEST else None


def is_quick(
    took: timedelta | None, difficulty: Difficulty, text: str, earlier: Iterable[Attempt]
) -> bool:
    """Whether it was written from memory in short time; a text graded before was not written."""
    if took is None or took > QUICK[difficulty]:
        return False
    return all(attempt.submission.strip() != text.strip() for attempt in earlier)


def rating_for(
    verdict: Verdict,
    standing: Standing,
    earlier: Iterable[Attempt],
    now: datetime,
    day: StudyDay,
    *,
    quick: bool = False,
) -> Rating | None:
    """Of a first try since the last review Easy if `quick`, else Good; Hard after failures.

    None: not a review. `earlier` are the card's attempts before this one, in any order.
    """
    progress = standing.progress
    if verdict is not Verdict.PASSED or standing.suspended or not is_due(progress, now, day):
        return None
    since = None if isinstance(progress, Unseen) else progress.last_at
    failed = any(
        attempt.verdict is not Verdict.PASSED and (since is None or attempt.at > since)
        for attempt in earlier
    )
    if failed:
        return Rating.HARD
    return Rating.EASY if quick else Rating.GOOD


def review_of(
    card: CardId,
    rating: Rating,
    standing: Standing,
    after: Memory,
    now: datetime,
    day: StudyDay,
    took: timedelta | None = None,
) -> Review:
    """The review to log; 0 ms where nobody knows how long the learner took."""
    progress = standing.progress
    return Review(
        card=card,
        rating=rating,
        at=now.astimezone(UTC),
        day=day,
        state=State.NEW if isinstance(progress, Unseen) else progress.state,
        took_ms=0 if took is None else round(took.total_seconds() * 1000),
        schedule=after.schedule,
    )
