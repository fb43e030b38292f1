"""From a rating to a memory and the day a card comes back. Pure: time is an argument.

The memory model is FSRS-6 of `fsrs-rs-python`. It counts in study days; two reviews on one study
day are zero days apart and go by its short-term formula. It reckons in single precision and keeps
stability between 0.001 and 36,500 days.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from quizml.model.errors import BadInput
from quizml.model.heads import CardId
from quizml.model.reviews import (
    Interval,
    Memory,
    Progress,
    Rating,
    Review,
    Schedule,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.scheduling.intervals import fuzz_for, whole_days
from quizml.scheduling.policy import Policy
from quizml.scheduling.steps import Stepped, lapsed, least_days, stepped

if TYPE_CHECKING:
    from fsrs_rs_python import FSRS, ItemState, NextStates

DEFAULT = Policy()


class Scheduler:
    """What each rating would do to a card, under one policy."""

    def __init__(self, policy: Policy = DEFAULT) -> None:
        self.policy = policy
        decay = -policy.weights[20]
        self._decay = decay
        self._factor = 0.9 ** (1 / decay) - 1

    def futures(
        self, card: CardId, progress: Progress, now: datetime, day: StudyDay, *, steps: bool = True
    ) -> dict[Rating, Memory]:
        """What each rating would make of the card; answering stores exactly one of these.

        Without `steps` (a coding card takes half an hour, not a minute) every rating leads to
        whole days, and Again to tomorrow.
        """
        at = now.astimezone(UTC)
        reps, lapses = (0, 0) if isinstance(progress, Unseen) else (progress.reps, progress.lapses)
        states = self._next(progress, day)
        waits = self._waits(progress) if steps else {}
        days = self._days(states, waits, fuzz_for(card, reps), forgiving=steps)
        relearning = _state(progress) in (State.REVIEW, State.RELEARNING)

        def schedule(rating: Rating) -> Schedule:
            if rating in waits:
                index, wait = waits[rating]
                return Step(index, at + wait, relearning)
            return Interval(days[rating], StudyDay(day + days[rating]))

        return {
            rating: Memory(
                stability=state.memory.stability,
                difficulty=state.memory.difficulty,
                schedule=schedule(rating),
                last_at=at,
                last_day=day,
                reps=reps + 1,
                lapses=lapses + _is_lapse(_state(progress), rating),
            )
            for rating, state in _by_rating(states).items()
        }

    def replay(self, reviews: Sequence[Review]) -> Progress:
        """What one card's reviews, in order, amount to.

        Memory follows from ratings and recorded days (and from the weights); when the card is due
        is what the last button promised, whatever the settings have become since.
        """
        progress: Progress = Unseen()
        for reps, review in enumerate(reviews, start=1):
            state = _by_rating(self._next(progress, review.day))[review.rating]
            lapses = 0 if isinstance(progress, Unseen) else progress.lapses
            progress = Memory(
                stability=state.memory.stability,
                difficulty=state.memory.difficulty,
                schedule=review.schedule,
                last_at=review.at,
                last_day=review.day,
                reps=reps,
                lapses=lapses + _is_lapse(review.state, review.rating),
            )
        return progress

    def retrievability(self, memory: Memory, day: StudyDay) -> float:
        """The chance, in (0, 1], that the card is recalled on `day`: 0.9 after `stability` days."""
        elapsed = max(0, day - memory.last_day)
        return float((1 + self._factor * elapsed / memory.stability) ** self._decay)

    def became_leech(self, before: Progress, after: Memory) -> bool:
        """Whether this answer is a lapse too many: the moment to tell the learner."""
        known = 0 if isinstance(before, Unseen) else before.lapses
        return after.lapses > known and self.policy.makes_leech(after.lapses)

    def is_leech(self, progress: Progress) -> bool:
        """Whether the card has lapsed so often that it wants rewriting rather than repeating."""
        return not isinstance(progress, Unseen) and progress.lapses >= self.policy.leech_lapses

    @cached_property
    def _engine(self) -> "FSRS":
        from fsrs_rs_python import FSRS  # noqa: PLC0415 - `quizml due` needs no engine

        try:
            return FSRS(self.policy.weights)
        except ValueError:
            raise BadInput("weights: FSRS-6 refuses these numbers") from None

    def _next(self, progress: Progress, day: StudyDay) -> "NextStates":
        if isinstance(progress, Unseen):
            return self._engine.next_states(None, self.policy.retention, 0)
        from fsrs_rs_python import MemoryState  # noqa: PLC0415 - loaded by the engine

        memory = MemoryState(progress.stability, progress.difficulty)
        elapsed = max(0, day - progress.last_day)  # a flight west may bring yesterday back
        return self._engine.next_states(memory, self.policy.retention, elapsed)

    def _waits(self, progress: Progress) -> Stepped:
        match progress:
            case Memory(schedule=Interval()):
                return lapsed(self.policy.relearning_steps)
            case Memory(schedule=Step(index=index, relearning=True)):
                return stepped(index, self.policy.relearning_steps)
            case Memory(schedule=Step(index=index)):
                return stepped(index, self.policy.learning_steps)
            case _:
                return stepped(0, self.policy.learning_steps)

    def _days(
        self, states: "NextStates", waits: Stepped, fuzz: float, *, forgiving: bool
    ) -> dict[Rating, int]:
        """Whole days after each rating, were it to graduate: again <= hard <= good < easy.

        Where `maximum_days` leaves no room, Easy is no longer than Good.
        """
        least, most = least_days(waits), self.policy.maximum_days
        hard = whole_days(states.hard.interval, fuzz, least, most)
        good = whole_days(states.good.interval, fuzz, hard, most)
        easy = whole_days(states.easy.interval, fuzz, good + 1, most)
        again = whole_days(states.again.interval, fuzz, 1, hard) if forgiving else 1
        return dict(zip(Rating, (again, hard, good, easy), strict=True))


def _by_rating(states: "NextStates") -> "dict[Rating, ItemState]":
    return {
        Rating.AGAIN: states.again,
        Rating.HARD: states.hard,
        Rating.GOOD: states.good,
        Rating.EASY: states.easy,
    }


def _state(progress: Progress) -> State:
    return State.NEW if isinstance(progress, Unseen) else progress.state


def _is_lapse(before: State, rating: Rating) -> bool:
    """Forgetting what was known; while it is being learnt, Again is no lapse."""
    return before is State.REVIEW and rating is Rating.AGAIN
