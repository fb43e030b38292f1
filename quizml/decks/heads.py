"""Heads <-> plain data, for the parse cache: what every start reads."""

from collections.abc import Sequence
from typing import Any

from quizml.model.heads import CardId, DeckInfo, Difficulty, Head, Kind
from quizml.model.text import Text

Plain = Any

KINDS = {kind.value: kind for kind in Kind}
DIFFICULTIES = {difficulty.value: difficulty for difficulty in Difficulty}


def info_out(info: DeckInfo) -> Plain:
    """A deck's name, title and description."""
    return [info.name, text_out(info.title), text_out(info.description)]


def info_in(plain: Plain) -> DeckInfo:
    """The inverse of info_out()."""
    name, title, description = plain
    return DeckInfo(name, Text(*title), Text(*description))


def head_out(head: Head) -> Plain:
    """A head without what its deck's name says; its position is its place in the list."""
    prefix = len(head.deck) + 1
    return [
        head.id[prefix:],
        head.kind,
        head.topic,
        head.difficulty,
        head.importance,
        head.tags,
        head.was,
    ]


def heads_in(deck: str, plain: Sequence[Plain]) -> tuple[Head, ...]:
    """The heads of a deck; the inverse of head_out() for each."""
    return tuple(
        Head(
            id=CardId(f"{deck}/{rest}"),
            deck=deck,
            note=f"{deck}/{rest.partition('/')[0]}",
            position=position,
            kind=KINDS[kind],
            topic=topic,
            difficulty=DIFFICULTIES[difficulty],
            importance=importance,
            tags=tuple(tags),
            was=tuple(was),
        )
        for position, (rest, kind, topic, difficulty, importance, tags, was) in enumerate(plain)
    )


def text_out(text: Text) -> Plain:
    """A text as a pair."""
    return [text.en, text.zh]
