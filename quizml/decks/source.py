"""A deck file's bytes -> YAML nodes that know where they stand. Only a cold start comes here.

Nodes, not values: every node has a line and a column, a duplicate key is still there to be seen,
and no tag can construct anything.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import ComposerError
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode
from yaml.reader import ReaderError

from quizml.decks.problems import DeckProblem

MOST_BYTES = 8_000_000
DEEPEST = 30
"""libyaml's composer recurses in C: a deck nested 100,000 deep would take the process down."""
MOST_NODES = 500_000
"""Aliases included: ten lines of them can stand for billions of nodes."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HINTS = {
    "mapping values are not allowed": "a text that holds ': ' goes into quotes or a | block",
    "unknown escape character": "LaTeX goes into single quotes or a | block",
    "cannot start any token": "a text that begins with @, `, % or & goes into quotes",
    "undefined alias": "a text that begins with * goes into quotes",
    "another document": "a deck is one document; leave out the later ---",
    "unexpected end of stream": "a quote or bracket is not closed",
    "',' or '}'": "a text that holds , or } goes into quotes inside {…}",
    "',' or ']'": "a text that holds , or ] goes into quotes inside […]",
    "expected key": "look at the indentation, and at quotes inside the text above",
    "expected <block end>": "look at the indentation, and at quotes inside the text above",
    "could not find expected ':'": "a key needs a colon, a longer text a | block",
}


class _Guarded(_Loader):  # type: ignore[misc]
    """The safe loader, which gives up on a deck nested too deep."""

    depth = 0

    def descend_resolver(self, current: Node | None, _index: object) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            mark = current.start_mark if current else None
            raise ComposerError(None, None, "nested too deep", mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


class SourceError(Exception):
    """The file cannot be read as YAML at all; one place, one finding."""

    def __init__(self, line: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint


@dataclass(frozen=True, slots=True)
class Source:
    """A deck's text, and the node at its root."""

    path: Path
    text: str
    root: Node

    def problem(
        self, node: Node, message: str, hint: str = "", *, offset: int | None = None
    ) -> DeckProblem:
        """A finding at `node`, or at character `offset` of the text that `node` holds."""
        line, column = place(self.text, node, offset)
        return DeckProblem(self.path, line, column, message, hint)


def read(path: Path, data: bytes) -> Source:
    """The nodes of a deck; raises SourceError where it is no YAML."""
    if len(data) > MOST_BYTES:
        raise SourceError(1, 1, f"larger than {MOST_BYTES // 1_000_000} MB; divide it")
    text = _decoded(data)
    try:
        root = yaml.compose(text, Loader=_Guarded)
    except yaml.MarkedYAMLError as error:
        raise _syntax(text, error) from None
    except ReaderError as error:
        at = min(error.position, len(text))
        character = f"character U+{ord(text[at]):04X}" if at < len(text) else "a character"
        raise SourceError(*_position(text, at), f"{character} is not allowed in YAML") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SourceError(1, 1, f"not YAML: {error}") from None
    if root is None:
        raise SourceError(1, 1, "the deck is empty", "it needs `title` and `cards`")
    _count(root)
    return Source(path, text, root)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        hint = f"save it as UTF-8{_likely(data)}"
        found = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise SourceError(line, column, found, hint) from None


def _likely(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "; it looks like UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "; it looks like GB18030"


def _syntax(text: str, error: yaml.MarkedYAMLError) -> SourceError:
    mark = error.problem_mark or error.context_mark
    line, column, index = (mark.line, mark.column, mark.index) if mark else (0, 0, 0)
    problem = error.problem or "not YAML"
    if text[index : index + 1] == "\t":
        return SourceError(line + 1, column + 1, "a tab cannot indent YAML", "use spaces")
    hint = next((hint for part, hint in HINTS.items() if part in problem), "")
    began = error.context_mark
    context = f"{error.context}, " if error.context else ""
    since = f" from line {began.line + 1}" if began and began.line != line else ""
    return SourceError(line + 1, column + 1, f"{context}{problem}{since}", hint)


def _count(root: Node) -> None:
    sizes: dict[int, int] = {}

    def size(node: Node) -> int:
        known = sizes.get(id(node))
        if known is not None:
            return known
        if isinstance(node, ScalarNode):
            return 1
        sizes[id(node)] = MOST_NODES + 1  # what an alias to its own parent comes to
        total = 1 + sum(map(size, children(node)))
        sizes[id(node)] = total
        return total

    if size(root) > MOST_NODES:
        raise SourceError(1, 1, f"its aliases stand for more than {MOST_NODES:,} values")


def children(node: Node) -> list[Node]:
    """The nodes one step down."""
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value) if isinstance(node, CollectionNode) else []


def place(text: str, node: Node, offset: int | None = None) -> tuple[int, int]:
    """Line and column, from 1, of `node` or of one character of its value."""
    mark = node.start_mark
    index = None if offset is None else _aligned(text, node, offset)
    if index is None:
        return mark.line + 1, mark.column + 1
    between = text[mark.index : index]
    if "\n" not in between:
        return mark.line + 1, mark.column + 1 + len(between)
    return mark.line + 1 + between.count("\n"), len(between) - between.rfind("\n")


def _aligned(text: str, node: Node, offset: int) -> int | None:
    """Where character `offset` of a scalar stands in the file; None where it cannot be told.

    White space is folded, indented and stripped by YAML in a dozen ways, so it is skipped on both
    sides; everything else stands in the file in the same order.
    """
    if not isinstance(node, ScalarNode):
        return None
    at = node.start_mark.index
    if node.style in ("|", ">"):
        at = text.find("\n", at)
    elif node.style in ("'", '"'):
        at += 1
    if at < 0:
        return None
    for character in node.value[: offset + 1]:
        if character.isspace():
            continue
        at = _next(text, at, character, node.style or "")
        if at < 0:
            return None
    return at - 1


def _next(text: str, at: int, character: str, style: str) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    doubled = {"'": "''", '"': "\\" + character}.get(style)
    if doubled and text.startswith(doubled, at) and (style == '"' or character == "'"):
        return at + 2
    return at + 1 if text.startswith(character, at) else -1


def _position(text: str, index: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def plain(node: Node) -> bool:
    """Whether this is a scalar without quotes: its style is '' from the C parser, else None."""
    return isinstance(node, ScalarNode) and not node.style


NUMBER = re.compile(r"[-+]?(\d+|\d+\.\d*|\.\d+)([eE][-+]?\d+)?")
"""Plain numbers only: YAML 1.1 would read 1:30 as ninety and 010 as eight."""


def number(node: Node) -> int | float | None:
    """The number that a plain scalar is, or None."""
    if not plain(node) or len(node.value) > 40 or not NUMBER.fullmatch(node.value):
        return None
    try:
        return int(node.value)
    except ValueError:
        return float(node.value)
