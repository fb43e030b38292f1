"""The text of a reference, complete: with the functions of ours that it calls."""

from __future__ import annotations

import inspect
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    for name in function.__code__.co_names:
        called = function.__globals__.get(name)
        if getattr(called, "__module__", "").startswith("quizml.references."):
            _collect(called, needed)
    needed.append(function)
