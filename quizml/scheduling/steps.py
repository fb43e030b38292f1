"""Learning and relearning steps: the minutes before a card waits whole days. As Anki does."""

from collections.abc import Sequence
from datetime import timedelta

from quizml.model.reviews import Rating

DAY = timedelta(days=1)
Stepped = dict[Rating, tuple[int, timedelta]]
"""Ratings after which a card stays in its steps: the step it is then on, and how long that is."""


def stepped(index: int, steps: Sequence[timedelta]) -> Stepped:
    """What keeps a card on step `index` in its steps; any other rating graduates it.

    Steps that were shortened since leave a card on the last of them; without steps all graduate.
    """
    if not steps:
        return {}
    index = min(index, len(steps) - 1)
    waits = {Rating.AGAIN: (0, steps[0]), Rating.HARD: (index, _hard(index, steps))}
    if index + 1 < len(steps):
        waits[Rating.GOOD] = (index + 1, steps[index + 1])
    return waits


def lapsed(steps: Sequence[timedelta]) -> Stepped:
    """What a forgotten card goes through; nothing without relearning steps."""
    return {Rating.AGAIN: (0, steps[0])} if steps else {}


def least_days(waits: Stepped) -> int:
    """Days that graduating takes at least, so as not to come back before a step would."""
    longest = max((wait for _, wait in waits.values()), default=DAY)
    return max(1, -(-longest // DAY))


def _hard(index: int, steps: Sequence[timedelta]) -> timedelta:
    if index > 0:
        return steps[index]
    return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
