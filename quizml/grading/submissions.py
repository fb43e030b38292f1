"""What there is to grade in a file: found by reading it, never by running it here."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizml.grading.escape import escaped
from quizml.grading.parsing import parsed
from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

BIGGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Submission:
    """One file's text and the functions at its top level."""

    file: str
    text: str
    functions: tuple[str, ...]

    def exercises(self, known: Container[str]) -> tuple[str, ...]:
        """Its functions that are exercises, in the file's order."""
        return tuple(name for name in self.functions if name in known)


class Target(NamedTuple):
    """A submission, and the exercise in it to grade."""

    submission: Submission
    exercise: str
    reference: Path | None = None
    """The file that holds the exercise, where it is a deck's own."""


def read(path: Path) -> Submission:
    """The submission at `path`; what is no Python is told with its line."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"{path}: there is no such file") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > BIGGEST:
        raise BadInput(f"{path}: {len(data):,} bytes is too much for a submission")
    try:
        text = data.decode("utf-8-sig")
        tree = parsed(text)
    except UnicodeDecodeError:
        raise BadInput(f"{path}: not a text in UTF-8") from None
    except SyntaxError as error:
        line = escaped((error.text or "").strip(), 100)
        what = escaped(error.msg, 200)
        raise BadInput(
            f"{path}:{error.lineno or 1}: {what}" + (f": {line}" if line else "")
        ) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise BadInput(f"{path}: not Python: {error}") from None
    return Submission(str(path), text, tuple(dict.fromkeys(_names(tree))))


def _names(tree: ast.Module) -> list[str]:
    """Functions by `def`, and names given to one (`nms = fast_nms`, `softmax = lambda …`)."""
    names: list[str] = []
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name):
                names.append(name)
            case ast.Assign(targets=targets, value=ast.Lambda() | ast.Name()):
                names += [target.id for target in targets if isinstance(target, ast.Name)]
    return names


def files_in(paths: list[Path]) -> list[Path]:
    """The files to grade: those named, and every *.py of a folder named."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        if path.is_dir() and not inside:
            raise BadInput(f"{path}: no Python file in this folder")
        found += [file for file in inside if file not in found]
    return found
