"""One function of a file, with what it needs of that file: what to lay beside a reference."""

import ast
from collections.abc import Iterable

Definition = tuple[int, int, set[str], set[str]]
"""First line, last line, the names it gives, the names it uses."""


def excerpt(text: str, function: str) -> str:
    """The lines of `function` and of everything at the top level that it uses, in their order.

    The whole text where that cannot be told.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # as Python counts them
    definitions = [_definition(node, lines) for node in tree.body]
    chosen = _needed(definitions, function)
    if not chosen:
        return text
    parts: list[str] = []
    before: Definition | None = None
    for definition in sorted(chosen, key=lambda found: found[:2]):
        first, last, _, _ = definition
        if before is not None:
            gap = lines[before[1] : first - 1]
            parts += gap if not any(map(str.strip, gap)) else ["", ""]
        parts += lines[first - 1 : last]
        before = definition
    return "\n".join(parts) + "\n"


def _needed(definitions: list[Definition], function: str) -> list[Definition]:
    """Those that give `function`, then those that give what they use, and so on."""
    wanted, seen = {function}, set[str]()
    chosen: list[Definition] = []
    while wanted:
        name = wanted.pop()
        seen.add(name)
        for definition in definitions:
            if name in definition[2] and definition not in chosen:
                chosen.append(definition)
                wanted |= definition[3] - seen
    return chosen


def _definition(node: ast.stmt, lines: list[str]) -> Definition:
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1  # the comment right above belongs to it
    return first, node.end_lineno or node.lineno, set(_given(node)), _used(node)


def _given(node: ast.stmt) -> Iterable[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return [alias.asname or alias.name.partition(".")[0] for alias in names]
    named = (inner for inner in ast.walk(node) if isinstance(inner, ast.Name))
    return [name.id for name in named if isinstance(name.ctx, ast.Store)]


def _used(node: ast.stmt) -> set[str]:
    named = (inner for inner in ast.walk(node) if isinstance(inner, ast.Name))
    return {name.id for name in named if isinstance(name.ctx, ast.Load)}
