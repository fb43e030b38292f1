"""A scheduler small enough to check by hand, and reviews to feed it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizml.model.heads import CardId
from quizml.model.reviews import (
    Interval,
    Mark,
    Marking,
    Memory,
    Progress,
    Rating,
    Review,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.store import Store
from quizml.store.findings import Finding
from quizml.store.health import examine

NOW = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)
TODAY = StudyDay(NOW.toordinal())


def follow(progress: Progress, review: Review) -> Memory:
    """Depends on the order of answers, so that a wrong one shows."""
    seen = (
        progress
        if isinstance(progress, Memory)
        else Memory(1, 5, review.schedule, NOW, TODAY, 0, 0)
    )
    return Memory(
        stability=seen.stability / 2 + review.rating,
        difficulty=min(10, 1 + (seen.difficulty * 3 + review.rating) % 9),
        schedule=review.schedule,
        last_at=review.at,
        last_day=review.day,
        reps=seen.reps + 1,
        lapses=seen.lapses + (review.rating is Rating.AGAIN),
    )


def replay(reviews: Sequence[Review]) -> Progress:
    progress: Progress = Unseen()
    for review in reviews:
        progress = follow(progress, review)
    return progress


def answer(
    card: str = "deck/card",
    rating: Rating = Rating.GOOD,
    *,
    minutes: int = 0,
    day: int = TODAY,
    state: State = State.NEW,
    took_ms: int = 4000,
) -> Review:
    at = NOW + timedelta(days=day - TODAY, minutes=minutes)
    again = Step(0, at + timedelta(minutes=1), relearning=state is State.REVIEW)
    wait = again if rating is Rating.AGAIN else Interval(3, StudyDay(day + 3))
    return Review(
        card=CardId(card),
        rating=rating,
        at=at,
        day=StudyDay(day),
        state=state,
        took_ms=took_ms,
        schedule=wait,
    )


def mark(card: str, mark: Mark, day: int = TODAY) -> Marking:
    return Marking(card=CardId(card), mark=mark, at=NOW, day=StudyDay(day))


def record(store: Store, review: Review) -> str:
    """Answer the card as it stands."""
    before = store.standing(review.card)
    return store.record(review, follow(before.progress, review), version=before.version)


def opened(path: Path, **options: object) -> Store:
    return Store.open(path, replay=replay, **options)


def reviews(store: Store) -> list[Review]:
    return [logged.review for logged in store.log()]


def findings(path: Path) -> list[Finding]:
    """What doctor says; the store is given back."""
    stores: list[Store] = []

    def open_store() -> Store:
        stores.append(opened(path))
        return stores[-1]

    try:
        return list(examine(path, path.parent / "backups", open_store))
    finally:
        for store in stores:
            store.close()
