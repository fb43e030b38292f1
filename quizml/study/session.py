"""A session: which card is next, what its answers would do, and what the learner chose.

Nothing here draws or reads keys. Each answer is committed before the next card is handed out.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from quizml.model.heads import CardId, Head, Kind
from quizml.model.reviews import (
    EventId,
    Mark,
    Marking,
    Memory,
    Rating,
    Review,
    Standing,
    State,
    StudyDay,
    Unseen,
)
from quizml.scheduling.scheduler import Scheduler
from quizml.store import StaleAnswer, Store
from quizml.study.queue import Queue, Wait


@dataclass(frozen=True, slots=True)
class Turn:
    """One card's turn: where it stands and what each rating would do."""

    head: Head
    standing: Standing
    futures: Mapping[Rating, Memory]
    """Reckoned at `at`."""
    at: datetime
    day: StudyDay

    @property
    def state(self) -> State:
        """Before the answer."""
        progress = self.standing.progress
        return State.NEW if isinstance(progress, Unseen) else progress.state


@dataclass(slots=True)
class Tally:
    """What this session came to so far."""

    ratings: Counter[Rating] = field(default_factory=Counter)
    new: int = 0
    took: timedelta = timedelta()

    @property
    def answered(self) -> int:
        """How many answers stand."""
        return self.ratings.total()


class Session:
    """Hands out turns and records answers."""

    def __init__(
        self,
        queue: Queue,
        heads: Mapping[CardId, Head],
        store: Store,
        scheduler: Scheduler,
        clock: Callable[[], tuple[datetime, StudyDay]],
    ) -> None:
        self.queue = queue
        self.tally = Tally()
        self._heads = heads
        self._store = store
        self._scheduler = scheduler
        self._clock = clock
        self._done: list[tuple[EventId, Review | None, timedelta]] = []

    def next(self) -> Turn | Wait | None:
        """The next turn, the time to wait for one, or None when the session is over."""
        chosen = self.queue.next(self._clock()[0])
        return chosen if chosen is None or isinstance(chosen, Wait) else self.turn(chosen)

    def turn(self, card: CardId) -> Turn:
        """A turn of this card, as the store knows it now."""
        now, day = self._clock()
        head = self._heads[card]
        standing = self._store.standing(card)
        return Turn(head, standing, self._futures(head, standing, now, day), now, day)

    def rate(self, turn: Turn, rating: Rating, took: timedelta) -> Memory | None:
        """The memory after this answer; None if another session answered the card meanwhile.

        Minutes count from the answer, not from when the card was shown.
        """
        now = self._now()
        after = self._futures(turn.head, turn.standing, now, turn.day)[rating]
        review = Review(
            card=turn.head.id,
            rating=rating,
            at=now,
            day=turn.day,
            state=turn.state,
            took_ms=round(took.total_seconds() * 1000),
            schedule=after.schedule,
        )
        try:
            event = self._store.record(review, after, version=turn.standing.version)
        except StaleAnswer:
            self.refresh(turn.head.id)
            return None
        self._count(review, took, 1)
        self._done.append((event, review, took))
        self.refresh(turn.head.id)
        return after

    def mark(self, turn: Turn, mark: Mark) -> None:
        """Suspend, bury or flag the card."""
        now, day = self._clock()
        event = self._store.mark(Marking(card=turn.head.id, mark=mark, at=now, day=day))
        self._done.append((event, None, timedelta()))
        if mark in (Mark.SUSPEND, Mark.BURY):
            self.queue.drop(turn.head.id)

    def undo(self) -> Review | Marking | None:
        """What was taken back: this session's last answer or mark, then those before it."""
        now, day = self._clock()
        event, review, took = self._done.pop() if self._done else (EventId(""), None, timedelta())
        undone = self._store.undo(now, day, own=event)
        if undone is None:
            return None
        if review is not None:
            self._count(review, took, -1)
        if undone.card in self._heads:
            self.queue.restore(undone.card, self._store.standing(undone.card))
        return undone

    def refresh(self, card: CardId) -> None:
        """Take the card's standing anew, as another session or `quizml grade` may have left it."""
        self.queue.answered(card, self._store.standing(card))

    def _now(self) -> datetime:
        """UTC, to the millisecond that the log keeps."""
        now = self._clock()[0].astimezone(UTC)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def _futures(
        self, head: Head, standing: Standing, now: datetime, day: StudyDay
    ) -> Mapping[Rating, Memory]:
        steps = head.kind is not Kind.CODE
        return self._scheduler.futures(head.id, standing.progress, now, day, steps=steps)

    def _count(self, review: Review, took: timedelta, by: int) -> None:
        self.tally.ratings[review.rating] += by
        self.tally.new += by * (review.state is State.NEW)
        self.tally.took += by * took
