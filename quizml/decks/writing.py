"""New cards as YAML, added to a deck without touching a byte of what stands there."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizml.decks.source import Source
from quizml.model.errors import BadInput

Plain = Any
"""str, int, float, bool, and lists and mappings of them."""

_SIGNS = r":#'\"{}\[\],&*!|>%@`"
_BARE = re.compile(rf"[A-Za-z\u3400-\u9fff](?:[^\n{_SIGNS}]*[^\s{_SIGNS}])?")
_WORDS_THAT_ARE_VALUES = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}


def card(fields: Mapping[str, Plain], indent: int = 2) -> str:
    """One entry of `cards`, as a person would write it."""
    body = "".join(_field(name, value, indent + 2) for name, value in fields.items())
    return " " * indent + "- " + body[indent + 2 :]


def deck(title: Plain, cards: Sequence[Mapping[str, Plain]]) -> str:
    """A new deck."""
    entries = "\n".join(card(fields) for fields in cards)
    return f"{_field('title', title, 0)}cards:\n{entries}"


def _field(name: str, value: Plain, indent: int) -> str:
    pad = " " * indent
    match value:
        case Mapping():
            inner = "".join(_field(key, inside, indent + 2) for key, inside in value.items())
            return f"{pad}{name}:\n{inner}"
        case list() if all(isinstance(item, int | float) or _is_slug(item) for item in value):
            return f"{pad}{name}: [{', '.join(map(str, value))}]\n"
        case list():
            items = "".join(_item(item, indent + 2) for item in value)
            return f"{pad}{name}:\n{items}"
        case _:
            return f"{pad}{name}: {_scalar(value, indent + 2)}\n"


def _item(value: Plain, indent: int) -> str:
    if isinstance(value, Mapping):
        return card(value, indent)
    return f"{' ' * indent}- {_scalar(value, indent + 2)}\n"


def _is_slug(value: Plain) -> bool:
    plain = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9-]*", value) is not None
    return plain and value not in _WORDS_THAT_ARE_VALUES


def _scalar(value: Plain, indent: int) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str() if "\n" in value:
            lines = value.strip("\n").split("\n")
            return "|\n" + "\n".join(f"{' ' * indent}{line}".rstrip() for line in lines)
        case str() if _BARE.fullmatch(value) and value.lower() not in _WORDS_THAT_ARE_VALUES:
            return value
        case _:
            return "'" + str(value).replace("'", "''") + "'"


def appended(source: Source, fields: Mapping[str, Plain]) -> str:
    """The deck's text with one more card at the end of `cards`; all else stays as it is.

    Raises BadInput where the deck is laid out so that text cannot simply be put in.
    """
    cards, following = _cards(source.root)
    if cards is None or cards.flow_style or not cards.value:
        line = (cards or source.root).start_mark.line + 1
        raise BadInput(
            f"{source.path}:{line}: the cards of this deck are not written one a line after '- ', "
            "so none can be added without rewriting it; use `quizml deck edit`"
        )
    text = source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    dash = _dash(text, cards)
    entry = card(fields, dash).replace("\n", newline)
    end = len(text) if following is None else _before(text, following)
    head, tail = text[:end], text[end:]
    if not head.endswith("\n"):
        head += newline
    gap = "" if head.endswith((newline * 2, "\n\n")) else newline
    return head + gap + entry + (newline + tail if tail else "")


def _cards(root: Node) -> tuple[SequenceNode | None, Node | None]:
    """The node of `cards`, and the key after it if there is one."""
    pairs = root.value if isinstance(root, MappingNode) and not root.flow_style else []
    for number, (key, value) in enumerate(pairs):
        if isinstance(key, ScalarNode) and key.value == "cards" and isinstance(value, SequenceNode):
            return value, pairs[number + 1][0] if number + 1 < len(pairs) else None
    return None, None


def _dash(text: str, cards: SequenceNode) -> int:
    """How far the dashes are indented."""
    return int(cards.start_mark.column) if text else 0


def _before(text: str, key: Node) -> int:
    """Where the line of `key` begins, or the comment above it."""
    end = text.rfind("\n", 0, key.start_mark.index) + 1
    while end:
        start = text.rfind("\n", 0, end - 1) + 1
        line = text[start:end]
        if line.strip() and not line.startswith("#"):
            break
        end = start
    return end
