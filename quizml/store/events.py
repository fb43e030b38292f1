# ruff: noqa: S608 - queries are put together from the constants of this file alone
"""The log: events are appended and read, never changed."""

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from operator import itemgetter
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, NamedTuple

from quizml.model.heads import CardId
from quizml.model.reviews import EventId, Marking, Review
from quizml.store.identity import Rename, Renames
from quizml.store.ids import next_id
from quizml.store.rows import (
    Row,
    attempt_row,
    read_attempt,
    read_marking,
    read_review,
    review_row,
    to_ms,
)
from quizml.store.values import LoggedReview

if TYPE_CHECKING:
    from quizml.model.attempts import Attempt


class Event(StrEnum):
    """The kinds; each has a table of its own for what only it has."""

    REVIEW = "review"
    MARK = "mark"
    ATTEMPT = "attempt"
    RENAME = "rename"
    UNDO = "undo"


class Undoable(NamedTuple):
    """A review or mark, and the id its card had then."""

    id: EventId
    kind: Event
    card: CardId


_INSERT = {
    Event.REVIEW: "insert into reviews values (?, ?, ?, ?, ?, ?, ?, ?)",
    Event.MARK: "insert into marks values (?, ?, ?)",
    Event.ATTEMPT: "insert into attempts values (?, ?, ?, ?, ?, ?)",
    Event.RENAME: "insert into renames values (?, ?)",
    Event.UNDO: "insert into undos values (?, ?, ?)",
}

_STANDS = "not exists (select 1 from undos where target = event.id)"
_OF_PIECE = "where event.card = ? and event.id > ? and event.id <= ?"

_REVIEW_COLUMNS = """event.id, event.device, event.at_ms, review.day, review.rating, review.state,
    review.took_ms, review.schedule, review.amount, review.due"""
_ALL_REVIEWS = f"""
    select {_REVIEW_COLUMNS} from reviews review join events event on event.id = review.id"""
_REVIEWS_OF_CARD = f"""
    select {_REVIEW_COLUMNS} from events event join reviews review on review.id = event.id
    {_OF_PIECE} and {_STANDS}"""
_REVIEWS_IN_ORDER = f"""
    select event.card, {_REVIEW_COLUMNS}
    from reviews review cross join events event on event.id = review.id"""
_REVIEWS_AFTER = f"{_REVIEWS_IN_ORDER} where {_STANDS} and review.id > ? order by review.id limit ?"
_LAST_REVIEWS = f"{_REVIEWS_IN_ORDER} where {_STANDS} order by review.id desc limit ?"

_ALL_MARKS = """
    select event.id, event.at_ms, mark.day, mark.mark
    from events event join marks mark on mark.id = event.id"""
_MARKS_OF_CARD = f"{_ALL_MARKS} {_OF_PIECE} and {_STANDS}"

_ALL_ATTEMPTS = """
    select event.id, event.at_ms, attempt.day, attempt.verdict, attempt.seconds,
        attempt.category, attempt.submission
    from events event join attempts attempt on attempt.id = event.id"""
_ATTEMPTS_OF_CARD = f"{_ALL_ATTEMPTS} {_OF_PIECE}"

_LAST_STANDING = f"""
    select id, kind, card from events event
    where kind in ('review', 'mark') and {_STANDS} order by id desc limit 1"""
_STANDING = f"""
    select id, kind, card from events event
    where id = ? and kind in ('review', 'mark') and {_STANDS}"""


# Appending


class Entry(NamedTuple):
    """An event that is about to be logged; `row` is what only its kind has."""

    kind: Event
    card: CardId
    at_ms: int
    row: Row


def reviewed(review: Review) -> Entry:
    """A card was answered."""
    return Entry(Event.REVIEW, review.card, to_ms(review.at), review_row(review))


def marked(marking: Marking) -> Entry:
    """A mark was set."""
    row = (marking.day, marking.mark.value)
    return Entry(Event.MARK, marking.card, to_ms(marking.at), row)


def attempted(attempt: "Attempt") -> Entry:
    """A submission was graded."""
    return Entry(Event.ATTEMPT, attempt.card, to_ms(attempt.at), attempt_row(attempt))


def append(db: Connection, device: str, entry: Entry) -> EventId:
    """The id of the new event, later than all others; within a transaction of the caller."""
    event = next_id(last_id(db), entry.at_ms, int.from_bytes(os.urandom(4), "big"))
    row = (event, device, entry.kind.value, entry.card, entry.at_ms)
    db.execute("insert into events values (?, ?, ?, ?, ?)", row)
    db.execute(_INSERT[entry.kind], (event, *entry.row))
    return event


# Reading


def last_id(db: Connection) -> EventId:
    """Of the newest event; empty if there is none."""
    return EventId(db.execute("select coalesce(max(id), '') from events").fetchone()[0])


def renames(db: Connection) -> Renames:
    """All renames."""
    query = "select event.id, event.card, new from renames join events event using (id)"
    return Renames(Rename(EventId(id_), old, new) for id_, old, new in db.execute(query))


def last_undoable(db: Connection, own: EventId) -> Undoable | None:
    """The event `own` if it is there and stands, else the newest review or mark that stands."""
    found = db.execute(_STANDING, (own,)).fetchone() or db.execute(_LAST_STANDING).fetchone()
    return Undoable(EventId(found[0]), Event(found[1]), CardId(found[2])) if found else None


def undoable(db: Connection, named: Renames, card: CardId, target: Undoable) -> Review | Marking:
    """What `target` was, for its card's present id."""
    if target.kind is Event.REVIEW:
        return {logged.id: logged.review for logged in reviews_of(db, named, card)}[target.id]
    return dict(marks_of(db, named, card))[target.id]


def reviews_after(db: Connection, named: Renames, after: EventId, limit: int) -> list[LoggedReview]:
    """Up to `limit` reviews that stand, in order, later than `after`."""
    return _logged(db.execute(_REVIEWS_AFTER, (after, limit)), named)


def last_reviews(db: Connection, named: Renames, limit: int) -> list[LoggedReview]:
    """The newest `limit` reviews that stand, in order."""
    return _logged(db.execute(_LAST_REVIEWS, (limit,)), named)[::-1]


def _logged(rows: Iterable[Row], named: Renames) -> list[LoggedReview]:
    return [read_review(named.current(CardId(row[0]), EventId(row[1])), row[1:]) for row in rows]


def reviews_of(db: Connection, named: Renames, card: CardId) -> list[LoggedReview]:
    """The reviews of the card that stand, in order."""
    return [read_review(card, row) for row in _of_card(db, _REVIEWS_OF_CARD, named, card)]


def marks_of(db: Connection, named: Renames, card: CardId) -> list[tuple[EventId, Marking]]:
    """The marks of the card that stand, in order."""
    rows = _of_card(db, _MARKS_OF_CARD, named, card)
    return [(EventId(row[0]), read_marking(card, row[1:])) for row in rows]


def attempts_of(db: Connection, named: Renames, card: CardId) -> "list[Attempt]":
    """The graded submissions for the card, in order."""
    rows = _of_card(db, _ATTEMPTS_OF_CARD, named, card)
    return [read_attempt(card, row[1:]) for row in rows]


def touches_of(db: Connection, named: Renames, card: CardId) -> list[tuple[EventId, Event]]:
    """Every event of the card, undone ones and undos too, in order."""
    query = "select id, kind from events where card = ? and id > ? and id <= ?"
    return [(EventId(row[0]), Event(row[1])) for row in _of_card(db, query, named, card)]


def _of_card(db: Connection, query: str, named: Renames, card: CardId) -> list[tuple[Any, ...]]:
    """Rows that begin with the event's id, gathered from wherever renames have left them."""
    rows: list[tuple[Any, ...]] = []
    for piece in named.pieces(card):
        rows += db.execute(query, (piece.card, piece.after, piece.until)).fetchall()
    rows.sort(key=itemgetter(0))
    return rows


def all_cards(db: Connection, named: Renames) -> set[CardId]:
    """Every card that any event happened to, as it is called now."""
    written = db.execute("select card, max(id) from events group by card")
    renamed = db.execute("select card, id from events where kind = 'rename'")
    return {named.current(CardId(card), EventId(event)) for card, event in [*written, *renamed]}


def unreadable(db: Connection) -> Iterator[EventId]:
    """Events whose row is no value, undone ones too."""
    nowhere = CardId("")
    for query, read in (
        (_ALL_REVIEWS, lambda row: read_review(nowhere, row)),
        (_ALL_MARKS, lambda row: read_marking(nowhere, row[1:])),
        (_ALL_ATTEMPTS, lambda row: read_attempt(nowhere, row[1:])),
    ):
        for row in db.execute(query):
            try:
                read(row)
            except (ValueError, TypeError, OverflowError):
                yield EventId(row[0])
