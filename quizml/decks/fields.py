"""The deck format as a table: the fields of each kind of card. Loader and schema read it."""

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizml.decks.arithmetic import is_name
from quizml.decks.reader import FAULTY, Reader, pairs
from quizml.decks.records import Field, Record, Row
from quizml.decks.shapes import (
    SLUG,
    Flag,
    Formula,
    Many,
    OneOf,
    Pattern,
    Prose,
    Real,
    Schema,
    Shape,
    Slack,
    Whole,
    one_line,
)
from quizml.model.cards import Option
from quizml.model.heads import Difficulty, Kind
from quizml.model.text import NOTHING

MOST_VALUES = 10_000
"""A variable's."""

SLUG_PATTERN = SLUG.pattern
PROSE = Prose()
SLUG_SHAPE = Pattern(SLUG_PATTERN, "a slug (lower-case letters, digits and single hyphens)")
FUNCTION = Pattern("[a-z][a-z0-9_]*", "the name of a function")
FORMER = Pattern(rf"({SLUG_PATTERN}/)?{SLUG_PATTERN}", "a card's former id")
LINE = one_line("one line of text")


def _range(row: Row, reader: Reader) -> Any:
    start, stop, step = row.get("from"), row.get("to"), row.get("step", 1)
    if step <= 0 or stop < start:
        return reader.problem(row.node, "a range goes up: from <= to, step > 0")
    count = int((stop - start) / step + 1e-9) + 1 if (stop - start) / step < MOST_VALUES else None
    if count is None:
        return reader.problem(row.node, f"a range of more than {MOST_VALUES:,} values")
    values = (start + i * step for i in range(count))
    whole = all(isinstance(part, int) for part in (start, step))
    return tuple(value if whole else round(value, 12) for value in values)


RANGE = Record(
    "a range",
    (
        Field("from", Real(), required=True),
        Field("to", Real(), required=True),
        Field("step", Real(), about="1 unless given"),
    ),
    _range,
)


class Variables(Shape):
    """What numbers each variable may take, or how it follows from those before it."""

    _values = Many(Real(), least=1, most=MOST_VALUES)

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """Pairs of a name, and values or an expression; FAULTY if one is faulty."""
        if not isinstance(node, MappingNode) or not node.value:
            wanted = f"{name!r} should be a mapping such as {{n: [28, 32], p: {{from: 0, to: 3}}}}"
            return reader.problem(node, wanted)
        before = len(reader.problems)
        read = [
            (key.value, self._one(key, value, reader, f"{name}.{key.value}"))
            for key, value in pairs(node, reader, name)
        ]
        return FAULTY if len(reader.problems) > before else tuple(read)

    def _one(self, key: ScalarNode, value: Node, reader: Reader, name: str) -> Any:
        if not is_name(key.value):
            hint = "letters, digits and _; not a function, a constant, or `answer`"
            return reader.problem(key, f"a variable cannot be called {key.value!r}", hint)
        if isinstance(value, ScalarNode):
            return Formula().read(value, reader, name)
        shape: Shape = RANGE if isinstance(value, MappingNode) else self._values
        return shape.read(value, reader, name)

    def schema(self) -> Schema:
        """An object whose values are a list, a range or an expression."""
        ways = [self._values.schema(), RANGE.schema(), Formula().schema()]
        return {
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
            "additionalProperties": {"anyOf": ways},
            "minProperties": 1,
        }


def _option(row: Row, _reader: Reader) -> Option:
    return Option(row.get("text"), row.get("correct", False), row.get("why", NOTHING))


OPTION = Record(
    "a choice",
    (
        Field("text", PROSE, required=True),
        Field("correct", Flag(), about="false unless given"),
        Field("why", PROSE, about="what is wrong with it, or what makes it right"),
    ),
    _option,
)

COMMON = (
    Field("id", SLUG_SHAPE, required=True, about="unique in the deck; progress hangs on it"),
    Field("type", OneOf(Kind), about="basic unless given"),
    Field("topic", SLUG_SHAPE, about="cards of one topic are kept apart; the id unless given"),
    Field("difficulty", OneOf(Difficulty), about="medium unless given"),
    Field("importance", Whole(1, 3), about="how often it is asked: 1 to 3, 2 unless given"),
    Field("tags", Many(SLUG_SHAPE)),
    Field("sources", Many(LINE), about="entries of the notes that the card answers"),
    Field("references", Many(LINE), about="papers and pages that bear it out"),
    Field("correction", PROSE, about="where the notes are wrong, and what is right"),
    Field("was", Many(FORMER, least=1, or_one=True), about="ids this card had before"),
)

OF_KIND: dict[Kind, tuple[Field, ...]] = {
    Kind.BASIC: (
        Field("question", PROSE, required=True),
        Field("answer", PROSE, required=True),
        Field("points", Many(PROSE), about="what a full answer names"),
    ),
    Kind.CLOZE: (
        Field("text", PROSE, required=True, about="with {{c1::hidden||also right::hint}}"),
        Field("explanation", PROSE),
    ),
    Kind.CHOICE: (
        Field("question", PROSE, required=True),
        Field("choices", Many(OPTION, least=2, most=9), required=True),
        Field("explanation", PROSE),
    ),
    Kind.NUMERIC: (
        Field("question", PROSE, required=True, about="with {n} in prose, {{n}} in formulas"),
        Field("variables", Variables(), required=True),
        Field("where", Formula(), about="which numbers go together"),
        Field("answer", Formula(), required=True),
        Field("tolerance", Slack(), about="0 unless given; a number, or a share such as 1%"),
        Field("unit", PROSE),
        Field("explanation", PROSE),
    ),
    Kind.CODE: (
        Field("question", PROSE, required=True),
        Field("exercise", FUNCTION, required=True, about="the hidden reference's name"),
        Field("hints", Many(PROSE)),
    ),
}


def _elsewhere(kind: Kind) -> dict[str, str]:
    """Fields that only other kinds have: a forgotten `type` is the likeliest cause."""
    mine = {f.name for f in OF_KIND[kind]}
    owners: dict[str, list[str]] = {}
    for other, fields in OF_KIND.items():
        for f in fields:
            if f.name not in mine:
                owners.setdefault(f.name, []).append(other)
    return {name: f"`type: {' | '.join(kinds)}`" for name, kinds in owners.items()}


CARDS = {
    kind: Record("a card", COMMON + fields, elsewhere=_elsewhere(kind))
    for kind, fields in OF_KIND.items()
}


class Entries(Shape):
    """The cards, unread: they are read one by one, each as its kind."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """Their nodes."""
        if isinstance(node, SequenceNode) and node.value:
            return tuple(node.value)
        empty = isinstance(node, SequenceNode) or (isinstance(node, ScalarNode) and not node.value)
        wanted = "the deck has no cards" if empty else f"{name!r} should be a list of cards"
        return reader.problem(node, wanted)

    def schema(self) -> Schema:
        """An array of cards."""
        return {"type": "array", "items": {"$ref": "#/$defs/card"}, "minItems": 1}


DECK = Record(
    "a deck",
    (
        Field("title", PROSE, required=True),
        Field("description", PROSE),
        Field("cards", Entries(), required=True),
    ),
)
