"""Event ids: unique over all devices, sorted by time, strictly increasing inside one store."""

from quizml.model.reviews import EventId

_COUNTERS = 16**4
LENGTH = 24
BEFORE_ALL = EventId("")
AFTER_ALL = EventId("~")


def next_id(last: EventId, at_ms: int, salt: int) -> EventId:
    """12 hex digits of ms since 1970, 4 of a counter, 8 of `salt`; greater than `last`.

    A clock that stands still or goes back counts on from `last`.
    """
    ticks = max(at_ms, 0) * _COUNTERS
    if last:
        ticks = max(ticks, int(last[:16], 16) + 1)
    return EventId(f"{ticks:016x}{salt:08x}")


def id_ms(event: EventId) -> int:
    """Milliseconds since 1970 that the id was made at (0 for the empty id)."""
    return int(event[:12] or "0", 16)
