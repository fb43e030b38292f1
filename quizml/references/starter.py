"""The file that a learner begins with: all that is asked, and nothing of how."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizml.model.exercises import Exercise

WIDTH = 96


def starter(exercise: Exercise) -> str:
    """Signature, shapes, conventions, a worked example; it raises NotImplementedError."""
    indent = " " * 4
    lines = [f'{indent}"""{exercise.summary}', ""]
    lines += [_item(f"{p.name}: {p.meaning}") for p in exercise.parameters]
    lines += [_item(f"returns: {exercise.returns}"), ""]
    lines += [_item(f"- {convention}") for convention in exercise.conventions]
    lines += [""]
    for typed, comes in exercise.example:
        lines += [f"{indent}>>> {typed}", *(indent + line for line in comes.splitlines())]
    lines += [f'{indent}"""', f"{indent}raise NotImplementedError"]
    head = ["import numpy as np", "", "", f"def {exercise.signature}:"]
    return "\n".join(line.rstrip() for line in head + lines) + "\n"


def _item(text: str) -> str:
    return fill(text, WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 8)
