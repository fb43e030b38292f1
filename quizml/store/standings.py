"""The cache: what the log comes to for each card."""

from collections.abc import Callable, Sequence
from math import isclose
from sqlite3 import Connection
from typing import assert_never

from quizml.model.heads import CardId
from quizml.model.reviews import (
    NEW_CARD,
    EventId,
    Mark,
    Marking,
    Memory,
    Progress,
    Review,
    Standing,
)
from quizml.store.events import Event, all_cards, marks_of, renames, reviews_of, touches_of
from quizml.store.identity import Renames
from quizml.store.rows import read_standing, standing_row

Replay = Callable[[Sequence[Review]], Progress]
"""What a card's reviews, in order, come to. The scheduler's."""

_PUT = "insert or replace into standings values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def get(db: Connection, card: CardId) -> Standing:
    """The card's standing, NEW_CARD if nothing happened to it."""
    row = db.execute("select * from standings where card = ?", (card,)).fetchone()
    return read_standing(row[1:]) if row else NEW_CARD


def get_all(db: Connection) -> dict[CardId, Standing]:
    """The standing of every card that anything happened to."""
    return {CardId(row[0]): read_standing(row[1:]) for row in db.execute("select * from standings")}


def cards(db: Connection) -> set[CardId]:
    """Every card that anything happened to."""
    return {CardId(card) for (card,) in db.execute("select card from standings")}


def drop(db: Connection, card: CardId) -> None:
    """Forgets the card's standing."""
    db.execute("delete from standings where card = ?", (card,))


def put(db: Connection, card: CardId, standing: Standing) -> None:
    """Keeps the card's standing."""
    db.execute(_PUT, standing_row(card, standing))


def marked(standing: Standing, marking: Marking) -> Standing:
    """The standing after the mark."""
    match marking.mark:
        case Mark.SUSPEND:
            return standing._replace(suspended=True)
        case Mark.UNSUSPEND:
            return standing._replace(suspended=False)
        case Mark.BURY:
            return standing._replace(buried_on=marking.day)
        case Mark.FLAG:
            return standing._replace(flagged=True)
        case Mark.UNFLAG:
            return standing._replace(flagged=False)
        case never:
            assert_never(never)


def derive(db: Connection, named: Renames, card: CardId, replay: Replay) -> Standing:
    """The standing that the log gives."""
    reviews = [logged.review for logged in reviews_of(db, named, card)]
    standing = Standing(replay(reviews)) if reviews else NEW_CARD
    for _, marking in marks_of(db, named, card):
        standing = marked(standing, marking)
    return standing._replace(version=_version(db, named, card))


def _version(db: Connection, named: Renames, card: CardId) -> EventId:
    """The last event that could change the standing; a graded submission does not."""
    touches = touches_of(db, named, card)
    return max((event for event, kind in touches if kind is not Event.ATTEMPT), default=EventId(""))


def rebuild(db: Connection, replay: Replay) -> list[CardId]:
    """Derives every standing anew, within a transaction; the cards whose cache was wrong."""
    named = renames(db)
    derived = {card: derive(db, named, card, replay) for card in all_cards(db, named)}
    wrong = _differing(db, derived)
    db.execute("delete from standings")
    for card, standing in derived.items():
        put(db, card, standing)
    return sorted(wrong)


def _differing(db: Connection, derived: dict[CardId, Standing]) -> set[CardId]:
    """Read card by card, for a row of the cache may be one that cannot be read at all."""
    wrong = set()
    for card in cards(db) | derived.keys():
        try:
            same = card in derived and _same(get(db, card), derived[card])
        except (ValueError, TypeError, OverflowError):
            same = False
        if not same:
            wrong.add(card)
    return wrong


def _same(one: Standing, other: Standing) -> bool:
    """Equal but for the last digits: memory is computed in single precision."""
    match one.progress, other.progress:
        case Memory() as a, Memory() as b:
            alike = isclose(a.stability, b.stability, rel_tol=1e-4) and isclose(
                a.difficulty, b.difficulty, rel_tol=1e-4
            )
            rounded = a._replace(stability=b.stability, difficulty=b.difficulty)
            return alike and one._replace(progress=rounded) == other
        case _:
            return one == other
