"""Reading YAML nodes: where the problems, and the positions of the texts, are collected."""

from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizml.decks.problems import DeckProblem
from quizml.decks.source import Source
from quizml.model.text import Language


class _Faulty:
    """The value of what could not be read."""


FAULTY = _Faulty()


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One text of a card, and the node that holds it; `language` is None for a plain string."""

    field: str
    language: Language | None
    node: ScalarNode

    @property
    def text(self) -> str:
        """As written."""
        return str(self.node.value)


@dataclass(slots=True)
class Reader:
    """Collects what was found wrong, and where the texts stand."""

    source: Source
    problems: list[DeckProblem] = field(default_factory=list)
    texts: list[PlacedText] = field(default_factory=list)
    subject: str = ""
    """What is being read, such as `card 'giou': `."""

    def problem(
        self, node: Node, message: str, hint: str = "", *, offset: int | None = None
    ) -> _Faulty:
        """Note a finding; gives FAULTY, so that a shape can return it."""
        found = self.source.problem(node, self.subject + message, hint, offset=offset)
        self.problems.append(found)
        return FAULTY


def named(node: Node) -> str:
    """What a node is, in the learner's words."""
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    return repr(node.value) if node.value else "nothing"


def pairs(node: MappingNode, reader: Reader, name: str) -> list[tuple[ScalarNode, Node]]:
    """Keys and values; a key that is no word, or that comes again, is noted and left out."""
    seen: dict[str, ScalarNode] = {}
    found = []
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            reader.problem(key, f"a field's name should be a word, not {named(key)}")
        elif key.value in seen:
            first = seen[key.value].start_mark.line + 1
            where = f"{name!r}: " if name else ""
            message = f"{where}field {key.value!r} stands twice, first in line {first}"
            reader.problem(key, message)
        else:
            seen[key.value] = key
            found.append((key, value))
    return found
