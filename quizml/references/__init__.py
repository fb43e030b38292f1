"""Hidden NumPy implementations, a folder a subject and a file an exercise.

The table is made from the names of the files: numpy is loaded when one of them is needed.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from quizml.references.hidden import Hidden

SUBJECTS = (
    *("activations", "losses", "convolution", "pooling", "normalization", "attention"),
    *("optimizers", "backprop", "boxes", "metrics", "classical", "sequence", "matching"),
    *("image", "compression", "recommendation", "algorithms"),
)


def _table() -> dict[str, str]:
    here = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs its import at every start
    return {
        name[:-3]: subject
        for subject in SUBJECTS
        for name in sorted(os.listdir(f"{here}/{subject}"))  # noqa: PTH208
        if name.endswith(".py") and not name.startswith("_")
    }


EXERCISES = _table()
"""Exercise -> its subject. A file whose name begins with `_` holds what several of them share."""


def load(name: str) -> Hidden:
    """Everything about one exercise, its reference and its cases included; loads numpy."""
    if name not in EXERCISES:
        raise BadInput(f"no exercise is called {name!r}")
    hidden: Hidden = import_module(f"quizml.references.{EXERCISES[name]}.{name}").HIDDEN
    return hidden
