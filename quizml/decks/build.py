"""Rows of a deck -> cards, with the checks that look at more than one field."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import Any

from yaml.nodes import Node

from quizml.decks import cloze
from quizml.decks.arithmetic import CONSTANTS, Expression, ExpressionError, expression
from quizml.decks.expressions import Slot, drawn, sample, template, written
from quizml.decks.problems import near
from quizml.decks.reader import PlacedText, Reader
from quizml.decks.records import Row
from quizml.model.cards import Basic, Card, Choice, Cloze, Code, Numeric, Option, Tolerance
from quizml.model.heads import CardId, Difficulty, Head, Kind
from quizml.model.text import NOTHING, Language

SAMPLED = 200
"""Draws of a numeric card that are computed before it is believed."""
SHOWN = 10
"""Of those, how many are also put into the texts."""

Exercises = Container[str]
Build = Callable[[Row, Head, Reader, Exercises], tuple[Card, ...]]


def cards(row: Row, deck: str, position: int, reader: Reader, exercises: Exercises) -> Any:
    """The cards of one complete note: one, or one for each number of a cloze note."""
    slug, kind = row.get("id"), row.get("type", Kind.BASIC)
    former = row.get("was", ())
    head = Head(
        id=CardId(f"{deck}/{slug}"),
        deck=deck,
        note=f"{deck}/{slug}",
        position=position,
        kind=kind,
        topic=row.get("topic", slug),
        difficulty=row.get("difficulty", Difficulty.MEDIUM),
        importance=row.get("importance", 2),
        tags=row.get("tags", ()),
        was=tuple(CardId(old if "/" in old else f"{deck}/{old}") for old in former),
    )
    return BUILD[kind](row, head, reader, exercises)


def _shared(row: Row) -> dict[str, Any]:
    return {
        "correction": row.get("correction", NOTHING),
        "sources": row.get("sources", ()),
        "references": row.get("references", ()),
    }


def _basic(row: Row, head: Head, _reader: Reader, _exercises: Exercises) -> tuple[Card, ...]:
    question, answer = row.get("question"), row.get("answer")
    points = row.get("points", ())
    return (Basic(head=head, question=question, answer=answer, points=points, **_shared(row)),)


def _cloze(row: Row, head: Head, reader: Reader, _exercises: Exercises) -> tuple[Card, ...]:
    found: dict[Language | None, tuple[int, ...]] = {}
    for placed in _placed(reader, "text"):
        try:
            found[placed.language] = cloze.numbers(placed.text)
        except cloze.ClozeError as error:
            reader.problem(placed.node, error.message, error.hint, offset=error.offset)
            return ()
        if not found[placed.language]:
            reader.problem(placed.node, "the text hides nothing", "write {{c1::hidden}}")
            return ()
    if len(set(found.values())) > 1:
        told = " but ".join(f"{_listed(n)} in {language}" for language, n in found.items())
        hint = "both languages hide the same numbers"
        reader.problem(_placed(reader, "text")[-1].node, f"deletions {told}", hint)
        return ()
    numbers = next(iter(found.values()))
    heads = (
        head._replace(
            id=CardId(f"{head.note}/c{n}"),
            position=head.position + i,
            was=tuple(CardId(f"{old}/c{n}") for old in head.was),
        )
        for i, n in enumerate(numbers)
    )
    text, explanation = row.get("text"), row.get("explanation", NOTHING)
    return tuple(
        Cloze(head=h, text=text, number=n, explanation=explanation, **_shared(row))
        for h, n in zip(heads, numbers, strict=True)
    )


def _choice(row: Row, head: Head, reader: Reader, _exercises: Exercises) -> tuple[Card, ...]:
    options: tuple[Option, ...] = row.get("choices")
    node = row.nodes["choices"]
    if not any(option.correct for option in options):
        reader.problem(node, "no choice is correct", "mark one with `correct: true`")
        return ()
    seen: dict[str, int] = {}
    for number, option in enumerate(options, 1):
        for said in {option.text.en, option.text.zh} - {""}:
            if seen.setdefault(said, number) != number:
                first = seen[said]
                reader.problem(node.value[number - 1], f"choice {number} says the same as {first}")
                return ()
    question, explanation = row.get("question"), row.get("explanation", NOTHING)
    card = Choice(
        head=head, question=question, options=options, explanation=explanation, **_shared(row)
    )
    return (card,)


def _code(row: Row, head: Head, reader: Reader, exercises: Exercises) -> tuple[Card, ...]:
    name = row.get("exercise")
    if name not in exercises:
        known = list(exercises) if isinstance(exercises, Iterable) else []
        hint = near(name, known) or (f"there are {', '.join(known)}" if known else "")
        reader.problem(row.nodes["exercise"], f"unknown exercise {name!r}", hint)
        return ()
    question, hints = row.get("question"), row.get("hints", ())
    return (Code(head=head, question=question, exercise=name, hints=hints, **_shared(row)),)


def _numeric(row: Row, head: Head, reader: Reader, _exercises: Exercises) -> tuple[Card, ...]:
    before = len(reader.problems)
    card = Numeric(
        head=head,
        question=row.get("question"),
        variables=row.get("variables"),
        where=row.get("where", "true"),
        answer=row.get("answer"),
        tolerance=row.get("tolerance", Tolerance()),
        unit=row.get("unit", NOTHING),
        explanation=row.get("explanation", NOTHING),
        **_shared(row),
    )
    _check_expressions(row, card, reader)
    _check_templates(card, reader)
    if len(reader.problems) == before:
        _check_draws(row, card, reader)
    return (card,) if len(reader.problems) == before else ()


def _check_expressions(row: Row, card: Numeric, reader: Reader) -> None:
    nodes = {key.value: value for key, value in row.nodes["variables"].value}
    known = set(CONSTANTS) - {name for name, _ in card.variables}
    for name, how in card.variables:
        if isinstance(how, str):
            _check_expression(how, nodes[name], known, reader)
        known.add(name)
    for name in ("where", "answer"):
        if name in row.nodes:
            _check_expression(row.get(name), row.nodes[name], known, reader)


def _check_expression(source: str, node: Node, known: set[str], reader: Reader) -> None:
    try:
        _check_names(expression(source), node, known, reader)
    except ExpressionError as error:
        reader.problem(node, error.message, error.hint, offset=error.offset)


def _check_names(
    what: Expression, node: Node, known: set[str], reader: Reader, start: int = 0
) -> None:
    for name, offset in what.names.items():
        if name not in known:
            mine = sorted(known - set(CONSTANTS))
            hint = near(name, mine) or f"there are {', '.join(mine) or 'none before it'}"
            reader.problem(node, f"unknown variable {name!r}", hint, offset=start + offset)


def _check_templates(card: Numeric, reader: Reader) -> None:
    known = {name for name, _ in card.variables} | set(CONSTANTS)
    for placed in _placed(reader, "question") + _placed(reader, "explanation"):
        try:
            pieces = template(placed.text)
        except ExpressionError as error:
            reader.problem(placed.node, error.message, error.hint, offset=error.offset)
            continue
        told = known | {"answer"} if placed.field == "explanation" else known
        for slot in pieces:
            if isinstance(slot, Slot):
                start = slot.start + (2 if slot.math else 1)
                _check_names(slot.what, placed.node, told, reader, start)


def _check_draws(row: Row, card: Numeric, reader: Reader) -> None:
    try:
        scopes = list(sample(card, SAMPLED))
    except ExpressionError as error:
        where = row.nodes.get("where", row.nodes["variables"])
        reader.problem(where, error.message, error.hint)
        return
    bare = replace(card, question=NOTHING, explanation=NOTHING)
    for field, version, some in (("answer", bare, scopes), ("question", card, scopes[:SHOWN])):
        for scope in some:
            try:
                drawn(version, scope)
            except ExpressionError as error:
                numbers = ", ".join(f"{name}={written(value)}" for name, value in scope.items())
                reader.problem(row.nodes[field], f"{error.message} (with {numbers})", error.hint)
                return


def _placed(reader: Reader, field: str) -> list[PlacedText]:
    return [text for text in reader.texts if text.field == field]


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"c{n}" for n in numbers)


BUILD: dict[Kind, Build] = {
    Kind.BASIC: _basic,
    Kind.CLOZE: _cloze,
    Kind.CHOICE: _choice,
    Kind.NUMERIC: _numeric,
    Kind.CODE: _code,
}
