"""What a value in a deck may look like: each shape reads a YAML node and knows its JSON Schema.

Reading never raises: a fault is noted, and the shape gives FAULTY, so that one pass finds all.
"""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizml.decks.problems import near
from quizml.decks.reader import FAULTY, PlacedText, Reader, named, pairs
from quizml.decks.source import number, plain
from quizml.model.cards import Tolerance
from quizml.model.text import Language, Text

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What could move a terminal's cursor, or is LaTeX that double quotes have eaten."""

Schema = dict[str, Any]


class Shape(ABC):
    """One form a value can take."""

    @abstractmethod
    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The value, or FAULTY after a problem was noted."""

    @abstractmethod
    def schema(self) -> Schema:
        """The same, for editors."""


class Prose(Shape):
    """A text in one language or two. Numbers and words like `yes` are taken as written."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """A Text; a plain string serves both languages."""
        if isinstance(node, ScalarNode):
            text = self._one(node, reader, name, None)
            return text if text is FAULTY else Text(en=text, zh=text)
        if not isinstance(node, MappingNode):
            wanted = f"{name!r} should be a text or {{en: …, zh: …}}, not {named(node)}"
            return reader.problem(node, wanted)
        before = len(reader.problems)
        said: dict[str, Any] = {}
        for key, value in pairs(node, reader, name):
            if key.value not in tuple(Language):
                comma = "a text with a comma goes into quotes inside {…}"
                hint = near(key.value, Language) or (comma if not value.value else "en or zh")
                reader.problem(key, f"{name!r}: unknown language {key.value!r}", hint)
            elif isinstance(value, ScalarNode):
                language = Language(key.value)
                said[language] = self._one(value, reader, f"{name}.{language}", language)
            else:
                reader.problem(value, f"'{name}.{key.value}' should be a text, not {named(value)}")
        if not node.value:
            reader.problem(node, f"{name!r} is empty")
        return FAULTY if len(reader.problems) > before else Text(**said)

    def _one(self, node: ScalarNode, reader: Reader, name: str, language: Language | None) -> Any:
        value = str(node.value)
        if not value.strip() or node.tag.endswith(":null"):
            return reader.problem(node, f"{name!r} is empty")
        control = CONTROL.search(value) or (re.search("\t", value) if node.style == '"' else None)
        if control:
            quotes = "double quotes read \\f, \\b, \\t as control characters; LaTeX goes into "
            hint = f"{quotes}single quotes or a | block" if node.style == '"' else ""
            return reader.problem(node, f"{name!r} holds the character {control[0]!r}", hint)
        field = name.rpartition(".")[0] if language else name
        reader.texts.append(PlacedText(field, language, node))
        return value.strip("\n").rstrip()

    def schema(self) -> Schema:
        """A reference: every text is the same."""
        return {"$ref": "#/$defs/text"}


@dataclass(frozen=True, slots=True)
class Pattern(Shape):
    """One line of a given form."""

    pattern: str
    wanted: str

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The string."""
        if not isinstance(node, ScalarNode) or node.tag.endswith(":null"):
            return reader.problem(node, f"{name!r} should be {self.wanted}, not {named(node)}")
        if not node.tag.endswith(":str"):
            wrong = f"{name!r} should be {self.wanted}, not {node.value}"
            return reader.problem(node, wrong, f"write it in quotes: '{node.value}'")
        if not re.fullmatch(self.pattern, node.value) or CONTROL.search(node.value):
            wrong = f"{name!r} should be {self.wanted}, not {node.value!r}"
            return reader.problem(node, wrong, self._hint(node.value))
        return node.value

    def _hint(self, value: str) -> str:
        slug = "-".join(re.findall(r"[a-z0-9]+", value.lower()))
        fits = bool(slug) and slug != value and re.fullmatch(self.pattern, slug)
        return f"did you mean {slug!r}?" if fits else ""

    def schema(self) -> Schema:
        """A string with its pattern."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class OneOf(Shape):
    """One word out of a few."""

    words: type[StrEnum]

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The member."""
        if isinstance(node, ScalarNode) and node.value in tuple(self.words):
            return self.words(node.value)
        hint = near(node.value, self.words) if isinstance(node, ScalarNode) else ""
        wanted = f"{name!r} should be one of {', '.join(self.words)}, not {named(node)}"
        return reader.problem(node, wanted, hint)

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Whole(Shape):
    """A whole number in a range."""

    low: int
    high: int

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The number."""
        value = number(node)
        if isinstance(value, int) and self.low <= value <= self.high:
            return value
        wanted = f"a whole number from {self.low} to {self.high}"
        return reader.problem(node, f"{name!r} should be {wanted}, not {named(node)}")

    def schema(self) -> Schema:
        """An integer with its bounds."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Real(Shape):
    """Any number."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The number, whole where it is written whole."""
        value = number(node)
        if value is None or abs(value) > 1e300:
            return reader.problem(node, f"{name!r} should be a number, not {named(node)}")
        return value

    def schema(self) -> Schema:
        """A number."""
        return {"type": "number"}


class Flag(Shape):
    """True or false."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The truth."""
        if plain(node) and node.value in ("true", "false"):
            return node.value == "true"
        return reader.problem(node, f"{name!r} should be true or false, not {named(node)}")

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Formula(Shape):
    """An arithmetic expression, as text; what it may hold is checked when the card is built."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """The expression's text."""
        if not isinstance(node, ScalarNode) or not node.value.strip():
            wanted = f"{name!r} should be an arithmetic expression, not {named(node)}"
            return reader.problem(node, wanted)
        return node.value

    def schema(self) -> Schema:
        """A string, or a number that stands for itself."""
        return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


class Slack(Shape):
    """How far an answer may be off: an absolute number, or a share such as `1%`."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """A Tolerance."""
        value = number(node)
        if value is not None and value >= 0:
            return Tolerance(float(value))
        text = node.value if isinstance(node, ScalarNode) else ""
        if re.fullmatch(r"(\d+|\d*\.\d+)%", text):
            return Tolerance(float(text[:-1]) / 100, relative=True)
        wanted = f"{name!r} should be a number from 0, or a share such as '1%', not {named(node)}"
        return reader.problem(node, wanted)

    def schema(self) -> Schema:
        """A number, or a percentage."""
        share = {"type": "string", "pattern": r"^(\d+|\d*\.\d+)%$"}
        return {"anyOf": [{"type": "number", "minimum": 0}, share]}


@dataclass(frozen=True, slots=True)
class Many(Shape):
    """A list; with `or_one`, a single value may stand for itself."""

    item: Shape
    least: int = 0
    most: int | None = None
    or_one: bool = False

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """A tuple of those items that could be read; FAULTY if one could not."""
        if self.or_one and isinstance(node, ScalarNode):
            one = self.item.read(node, reader, name)
            return one if one is FAULTY else (one,)
        if not isinstance(node, SequenceNode):
            hint = "a list is written [a, b], or one item a line after '- '"
            wanted = f"{name!r} should be a list, not {named(node)}"
            return reader.problem(node, wanted, hint)
        count = len(node.value)
        if count < self.least or (self.most is not None and count > self.most):
            most = f" to {self.most}" if self.most else " or more"
            return reader.problem(node, f"{name!r} has {count} items, not {self.least}{most}")
        items = tuple(self.item.read(child, reader, name) for child in node.value)
        return FAULTY if any(item is FAULTY for item in items) else items

    def schema(self) -> Schema:
        """An array."""
        array: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            array["minItems"] = self.least
        if self.most is not None:
            array["maxItems"] = self.most
        return {"anyOf": [self.item.schema(), array]} if self.or_one else array


def one_line(wanted: str) -> Pattern:
    """A shape for any text of one line."""
    return Pattern(r".*\S.*", wanted)
