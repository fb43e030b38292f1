"""Arrays and arguments as text that can be read, and pasted where it is short enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.grading.escape import escaped

if TYPE_CHECKING:
    from quizml.references.hidden import Arguments

LONG = 1200
MANY = 40
"""Of so many arrays in a list not even the first fit into LONG characters."""


def shown(value: Any) -> str:
    """One value."""
    if isinstance(value, tuple | list) and any(isinstance(v, np.ndarray) for v in value):
        inside = ",\n ".join(shown(item).replace("\n", "\n ") for item in value[:MANY])
        return escaped(f"[{inside}]", LONG)
    if isinstance(value, np.random.Generator):
        seed: Any = value.bit_generator.seed_seq
        return f"np.random.default_rng({seed.entropy})"
    if not isinstance(value, np.ndarray):
        return escaped(repr(value), LONG)
    text = np.array2string(
        value, separator=", ", threshold=80, edgeitems=2, precision=6, max_line_width=72
    )
    if value.size == 0:
        return f"empty array of shape {value.shape}, {value.dtype}"
    cut = "" if value.size <= 80 else f"  # shape {value.shape}"
    plain = value.dtype in (np.float64, np.int64)
    kind = "" if plain else f", dtype={value.dtype}"
    return escaped(f"array({_indented(text)}{kind}){cut}", LONG)


def _indented(text: str) -> str:
    return text.replace("\n", "\n      ")


def shown_call(arguments: Arguments) -> str:
    """The arguments of a case, one a line."""
    return "\n".join(f"{name} = {shown(value)}" for name, value in arguments.items())
