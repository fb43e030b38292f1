"""Cards and heads <-> plain data, for the parse cache."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from quizml.model.cards import (
    Basic,
    Card,
    CardId,
    Choice,
    Cloze,
    Code,
    DeckInfo,
    Difficulty,
    Head,
    Kind,
    Numeric,
    Option,
    Tolerance,
)
from quizml.model.text import Text

Plain = Any

KINDS = {kind.value: kind for kind in Kind}
DIFFICULTIES = {difficulty.value: difficulty for difficulty in Difficulty}


def info_out(info: DeckInfo) -> Plain:
    """A deck's name, title and description."""
    return [info.name, _text_out(info.title), _text_out(info.description)]


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


def card_out(card: Card) -> Plain:
    """A card without its head."""
    fields = {name: value for name, value in _fields(card).items() if name != "head"}
    match card:
        case Choice():
            fields["options"] = [
                [_text_out(o.text), o.correct, _text_out(o.why)] for o in card.options
            ]
        case Numeric():
            fields["tolerance"] = [card.tolerance.amount, card.tolerance.relative]
        case _:
            pass
    return fields


def _fields(card: Card) -> dict[str, Plain]:
    """asdict() makes dictionaries of texts too; they are shorter, and quicker to read, as pairs."""
    return asdict(card, dict_factory=_pairs)


def _pairs(items: list[tuple[str, Any]]) -> Plain:
    if [name for name, _ in items] == ["en", "zh"]:
        return [value for _, value in items]
    return dict(items)


def _text_out(text: Text) -> Plain:
    return [text.en, text.zh]


def _texts_in(plain: Plain) -> tuple[Text, ...]:
    return tuple(Text(*text) for text in plain)


def card_in(head: Head, plain: Plain) -> Card:
    """A card from its head and the rest; the inverse of card_out()."""
    shared: dict[str, Any] = {
        "head": head,
        "correction": Text(*plain["correction"]),
        "sources": tuple(plain["sources"]),
        "references": tuple(plain["references"]),
    }

    def text(name: str) -> Text:
        return Text(*plain[name])

    match head.kind:
        case Kind.BASIC:
            points = _texts_in(plain["points"])
            return Basic(question=text("question"), answer=text("answer"), points=points, **shared)
        case Kind.CLOZE:
            number, explanation = plain["number"], text("explanation")
            return Cloze(text=text("text"), number=number, explanation=explanation, **shared)
        case Kind.CHOICE:
            options = tuple(Option(Text(*t), c, Text(*w)) for t, c, w in plain["options"])
            explanation = text("explanation")
            return Choice(
                question=text("question"), options=options, explanation=explanation, **shared
            )
        case Kind.NUMERIC:
            return _numeric_in(plain, shared)
        case Kind.CODE:
            hints = _texts_in(plain["hints"])
            exercise = plain["exercise"]
            return Code(question=text("question"), exercise=exercise, hints=hints, **shared)


def _numeric_in(plain: Plain, shared: dict[str, Any]) -> Numeric:
    variables = (
        (name, how if isinstance(how, str) else tuple(how)) for name, how in plain["variables"]
    )
    return Numeric(
        question=Text(*plain["question"]),
        variables=tuple(variables),
        where=plain["where"],
        answer=plain["answer"],
        tolerance=Tolerance(*plain["tolerance"]),
        unit=Text(*plain["unit"]),
        explanation=Text(*plain["explanation"]),
        **shared,
    )
