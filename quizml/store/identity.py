"""What a card is called now: events keep the id they were written with, renames are events too.

A rename moves what was logged under the old id before it, and nothing logged there afterwards: an
id may be given up, and later be used for another card.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizml.model.heads import CardId
from quizml.model.reviews import EventId
from quizml.store.ids import AFTER_ALL, BEFORE_ALL


class Rename(NamedTuple):
    """From event `id` on, what was `old` is `new`."""

    id: EventId
    old: CardId
    new: CardId


class Piece(NamedTuple):
    """Events written under `card`, later than `after`, up to and with `until`."""

    card: CardId
    after: EventId
    until: EventId


class Renames:
    """All renames of a log."""

    def __init__(self, renames: Iterable[Rename] = ()) -> None:
        self._from: dict[CardId, list[Rename]] = defaultdict(list)
        self._to: dict[CardId, list[Rename]] = defaultdict(list)
        for rename in sorted(renames, key=_id):
            self._from[rename.old].append(rename)
            self._to[rename.new].append(rename)

    def current(self, card: CardId, event: EventId) -> CardId:
        """What the card that `event` calls `card` is called now."""
        leaving = self._from.get(card, ())
        place = bisect_left(leaving, event, key=_id)  # a rename itself belongs to its new card
        while place < len(leaving):
            card, event = leaving[place].new, leaving[place].id
            leaving = self._from.get(card, ())
            place = bisect_right(leaving, event, key=_id)
        return card

    def pieces(self, card: CardId, until: EventId = AFTER_ALL) -> Iterator[Piece]:
        """Where in the log the events of the card now called `card` are."""
        left = [rename.id for rename in self._from.get(card, ()) if rename.id < until]
        after = left[-1] if left else BEFORE_ALL
        yield Piece(card, after, until)
        for rename in self._to.get(card, ()):
            if after < rename.id < until:
                yield from self.pieces(rename.old, rename.id)


def _id(rename: Rename) -> EventId:
    return rename.id
