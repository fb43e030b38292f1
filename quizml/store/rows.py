"""Values to rows and back. A time is stored as whole milliseconds since 1970, in UTC."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, assert_never

from quizml.model.heads import CardId
from quizml.model.reviews import (
    EventId,
    Interval,
    Mark,
    Marking,
    Memory,
    Progress,
    Rating,
    Review,
    Schedule,
    Standing,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.store.values import LoggedReview

if TYPE_CHECKING:
    from quizml.model.attempts import Attempt

Row = Sequence[Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def to_ms(at: datetime) -> int:
    """Whole milliseconds since 1970; refuses a time without a zone."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return (at - _EPOCH) // _MS


def from_ms(ms: int) -> datetime:
    """The aware UTC time."""
    return _EPOCH + timedelta(milliseconds=ms)


def schedule_row(schedule: Schedule) -> tuple[str, int, int]:
    """Its name, its step or days, and when it is due (ms for a step, study day for an interval)."""
    match schedule:
        case Step(index, due, relearning):
            return ("relearning" if relearning else "learning", index, to_ms(due))
        case Interval(days, due):
            return ("interval", days, due)
        case never:
            assert_never(never)


def read_schedule(name: str, amount: int, due: int) -> Schedule:
    """The inverse of `schedule_row`."""
    if name == "interval":
        return Interval(amount, StudyDay(due))
    if name in {"learning", "relearning"}:
        return Step(amount, from_ms(due), name == "relearning")
    raise ValueError(f"no schedule is called {name!r}")


def review_row(review: Review) -> Row:
    """The columns of `reviews` after its id; a clock that ran backwards took no time."""
    took_ms = max(review.took_ms, 0)
    schedule = schedule_row(review.schedule)
    return (review.day, review.rating.value, review.state.value, took_ms, *schedule)


def read_review(card: CardId, row: Row) -> LoggedReview:
    """From id, device, at_ms and the columns of `reviews` after its id."""
    event, device, at_ms, day, rating, state, took_ms, schedule, amount, due = row
    review = Review(
        card=card,
        rating=Rating(rating),
        at=from_ms(at_ms),
        day=StudyDay(day),
        state=State(state),
        took_ms=took_ms,
        schedule=read_schedule(schedule, amount, due),
    )
    return LoggedReview(EventId(event), device, review)


def read_marking(card: CardId, row: Row) -> Marking:
    """From at_ms, day, mark."""
    at_ms, day, mark = row
    return Marking(card=card, mark=Mark(mark), at=from_ms(at_ms), day=StudyDay(day))


def attempt_row(attempt: "Attempt") -> Row:
    """The columns of `attempts` after its id; half a surrogate pair, no text, is spelled out."""
    submission = attempt.submission.encode("utf-8", "backslashreplace").decode()
    return (attempt.day, attempt.verdict.value, attempt.seconds, attempt.category, submission)


def read_attempt(card: CardId, row: Row) -> "Attempt":
    """From at_ms and the columns of `attempts` after its id."""
    from quizml.model.attempts import Attempt  # noqa: PLC0415 - coding cards alone have any
    from quizml.model.verdicts import Verdict  # noqa: PLC0415

    at_ms, day, verdict, seconds, category, submission = row
    return Attempt(
        card=card,
        verdict=Verdict(verdict),
        at=from_ms(at_ms),
        day=StudyDay(day),
        seconds=seconds,
        category=category,
        submission=submission,
    )


def standing_row(card: CardId, standing: Standing) -> Row:
    """A row of `standings`."""
    marks = (standing.suspended, standing.buried_on, standing.flagged, standing.version)
    return (card, *_progress_row(standing.progress), *marks)


def _progress_row(progress: Progress) -> Row:
    match progress:
        case Unseen():
            return ("unseen", 0, 0, 0.0, 0.0, 0, 0, 0, 0)
        case Memory() as memory:
            return (
                *schedule_row(memory.schedule),
                memory.stability,
                memory.difficulty,
                to_ms(memory.last_at),
                memory.last_day,
                memory.reps,
                memory.lapses,
            )
        case never:
            assert_never(never)


def read_standing(row: Row) -> Standing:
    """From the columns of `standings` after the card."""
    name, amount, due, stability, difficulty, last_ms, last_day, reps, lapses, *marks = row
    suspended, buried_on, flagged, version = marks
    progress = (
        Unseen()
        if name == "unseen"
        else Memory(
            stability,
            difficulty,
            read_schedule(name, amount, due),
            from_ms(last_ms),
            StudyDay(last_day),
            reps,
            lapses,
        )
    )
    return Standing(progress, bool(suspended), StudyDay(buried_on), bool(flagged), EventId(version))
