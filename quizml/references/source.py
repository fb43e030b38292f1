"""The text of a reference, complete: with the functions of ours that it calls."""

from __future__ import annotations

import inspect
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizml.references.hidden import Hidden

HEAD = "from __future__ import annotations\n\nimport numpy as np\n"


def source(hidden: Hidden) -> str:
    """A program that runs as it stands, and passes."""
    if hidden.text:
        return hidden.text
    needed: list[FunctionType] = []
    _collect(hidden.solve, needed)
    return "\n\n".join([HEAD, *(inspect.getsource(function) for function in needed)])


def _collect(function: object, needed: list[FunctionType]) -> None:
    """Callees first, so that it reads from the bottom up."""
    if not isinstance(function, FunctionType) or function in needed:
        return
    place = len(needed)
    needed.append(function)
    for name in _names(function.__code__):
        called = function.__globals__.get(name)
        if getattr(called, "__module__", "").startswith("quizml.references."):
            _collect(called, needed)
    needed.append(needed.pop(place))


def _names(code: CodeType) -> Iterator[str]:
    """What a function names, in its comprehensions and inner functions too."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
