"""What the learner, or the fit to their reviews, may choose about scheduling."""

from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

from quizml.model.errors import BadInput

DEFAULT_WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # stability after a first Again, Hard, Good, Easy
    *(6.4133, 0.8334, 3.0194, 0.001),  # difficulty
    *(1.8722, 0.1666, 0.796),  # stability after recall
    *(1.4835, 0.0614, 0.2629, 1.6483),  # stability after a lapse
    *(0.6014, 1.8729),  # what Hard costs, what Easy brings
    *(0.5425, 0.0912, 0.0658),  # a second review on one day
    0.1542,  # how fast the forgetting curve falls
)
"""FSRS-6 as published: the average over some ten thousand learners."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How often to ask. Raises BadInput, with everything that is wrong at once."""

    retention: float = 0.9
    """The chance of recall at which a card comes due."""
    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_days: int = 36_500
    leech_lapses: int = 8

    def __post_init__(self) -> None:
        wrong = [
            *_faults("learning_steps", self.learning_steps),
            *_faults("relearning_steps", self.relearning_steps),
        ]
        if not 0 < self.retention < 1:
            wrong.append(f"retention is {self.retention}, but lies between 0 and 1")
        if len(self.weights) != len(DEFAULT_WEIGHTS) or not all(map(isfinite, self.weights)):
            wrong.append(f"weights are {len(DEFAULT_WEIGHTS)} numbers, those of FSRS-6")
        if self.maximum_days < 1:
            wrong.append(f"maximum_days is {self.maximum_days}, but is at least 1")
        if self.leech_lapses < 1:
            wrong.append(f"leech_lapses is {self.leech_lapses}, but is at least 1")
        if wrong:
            raise BadInput("; ".join(wrong))

    def makes_leech(self, lapses: int) -> bool:
        """Whether this lapse is one to tell the learner of: the 8th, then each 4th, as in Anki."""
        over = lapses - self.leech_lapses
        return over >= 0 and over % ((self.leech_lapses + 1) // 2) == 0


def _faults(name: str, steps: tuple[timedelta, ...]) -> list[str]:
    """A later step is never shorter: else Good would bring a card back sooner than Again."""
    if any(step <= timedelta(0) for step in steps):
        return [f"{name}: every step is longer than nothing"]
    if list(steps) != sorted(steps):
        return [f"{name}: a later step cannot be shorter than the one before"]
    return []
