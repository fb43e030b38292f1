"""From the engine's interval, a real number, to whole days: rounding, fuzz, order and caps.

Fuzz keeps cards that were learnt together from coming back together for ever. Its ranges are
Anki's (`rslib/src/scheduler/states/fuzz.rs`), without the extra day either way that Anki adds to
all of them: so seven days become seven or eight, not anything from six to nine.
"""

from hashlib import blake2b
from math import floor, inf

from quizml.model.heads import CardId

FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, inf, 0.05))
"""From day, to day, and the share of the days in between by which an interval may move."""


def fuzz_for(card: CardId, reps: int) -> float:
    """In [0, 1): the same card at the same repetition is nudged alike on every machine."""
    digest = blake2b(f"{card}/{reps}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


def spread(days: float) -> float:
    """How many days an interval may move either way; nothing below 2.5 days."""
    return sum(share * max(0.0, min(days, end) - start) for start, end, share in FUZZ)


def whole_days(days: float, fuzz: float, least: int, most: int) -> int:
    """An interval of `least` to `most` days; `fuzz` in [0, 1) picks within the spread."""
    least = min(least, most)
    days = min(max(days, least), most)
    lower = max(_rounded(days - spread(days)), least)
    upper = min(_rounded(days + spread(days)), most)
    return lower + floor(fuzz * (upper - lower + 1))


def _rounded(days: float) -> int:
    """Half a day counts as one; `round` would make 2 of 2.5 and 4 of 3.5."""
    return floor(days + 0.5)
