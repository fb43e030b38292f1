"""Cards <-> plain data, for the parse cache: what is read when a card is shown."""

from dataclasses import asdict
from typing import Any

from quizml.decks.heads import Plain, text_out
from quizml.model.cards import Basic, Card, Choice, Cloze, Code, Numeric, Option, Tolerance
from quizml.model.heads import Head, Kind
from quizml.model.text import Text


def card_out(card: Card) -> Plain:
    """A card without its head."""
    fields = {name: value for name, value in _fields(card).items() if name != "head"}
    match card:
        case Choice():
            fields["options"] = [
                [text_out(o.text), o.correct, text_out(o.why)] for o in card.options
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
