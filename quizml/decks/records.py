"""Mappings with known fields: what is unknown, missing or written twice is found here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from quizml.decks.reader import FAULTY, Reader, named, pairs
from quizml.decks.shapes import Schema, Shape


@dataclass(frozen=True, slots=True)
class Field:
    """One named value of a record."""

    name: str
    shape: Shape
    required: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a record holds: values by name, and the nodes they came from."""

    node: MappingNode
    values: Mapping[str, Any]
    nodes: Mapping[str, Node]
    sound: bool
    complete: bool
    """Whether every required field could be read, so that the checks across fields can run."""

    def get(self, name: str, default: Any = None) -> Any:
        """A value, or `default` where the field was left out."""
        return self.values.get(name, default)


@dataclass(frozen=True, slots=True)
class Record(Shape):
    """A mapping with known fields."""

    what: str
    fields: tuple[Field, ...]
    build: Callable[[Row, Reader], Any] = lambda row, _reader: row
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Fields that other records have, and which."""

    def read(self, node: Node, reader: Reader, name: str) -> Any:
        """What `build` makes of it; FAULTY if a field is faulty, unknown or missing."""
        row = self.row(node, reader, name)
        return self.build(row, reader) if isinstance(row, Row) and row.sound else FAULTY

    def row(self, node: Node, reader: Reader, name: str = "") -> Any:
        """The fields, as far as they could be read; FAULTY if this is no mapping."""
        if not isinstance(node, MappingNode):
            wanted = f"{self.what} should be a mapping with fields, not {named(node)}"
            return reader.problem(node, wanted)
        before = len(reader.problems)
        shapes = {f.name: f.shape for f in self.fields}
        values, nodes, meant = {}, {}, set()
        for key, value in pairs(node, reader, name):
            if key.value in shapes:
                nodes[key.value] = value
                path = f"{name}.{key.value}" if name else key.value
                values[key.value] = shapes[key.value].read(value, reader, path)
            else:
                meant.add(self._unknown(key, reader, shapes.keys() - self._names(node)))
        missing = [f.name for f in self.fields if f.required and f.name not in nodes]
        for absent in sorted(set(missing) - meant, key=missing.index):
            reader.problem(node, f"field {absent!r} is missing")
        values = {n: v for n, v in values.items() if v is not FAULTY}
        complete = all(f.name in values for f in self.fields if f.required)
        return Row(node, values, nodes, len(reader.problems) == before, complete)

    def _names(self, node: MappingNode) -> set[str]:
        return {key.value for key, _ in node.value if isinstance(key, ScalarNode)}

    def _unknown(self, key: ScalarNode, reader: Reader, free: set[str]) -> str:
        """The field that was probably meant, so that it is not also called missing."""
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        close = get_close_matches(key.value, sorted(free), 1)
        other = self.elsewhere.get(key.value)
        if other:
            hint = f"it is a field of {other}"
        else:
            hint = f"did you mean {close[0]!r}?" if close else ""
        reader.problem(key, f"unknown field {key.value!r}", hint)
        return close[0] if close else ""

    def schema(self) -> Schema:
        """An object, closed."""
        properties = {
            f.name: f.shape.schema() | ({"description": f.about} if f.about else {})
            for f in self.fields
        }
        required = [f.name for f in self.fields if f.required]
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
