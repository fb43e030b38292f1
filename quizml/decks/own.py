"""Decks that are folders: `deck.yaml`, and the `reference.py` of the exercises that they bring.

The file is read here, never run; it runs in a sandbox of the grader's alone.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from quizml.decks.problems import DeckProblem

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

DECK, REFERENCE = "deck.yaml", "reference.py"
CASES = "_cases"
"""`f` is an exercise where `f_cases` stands beside it."""


def deck_name(path: Path) -> str:
    """What the deck at `path` is called: as its file, or as its folder if it brings a reference."""
    return path.resolve().parent.name if reference_of(path) else path.stem


def reference_of(path: Path) -> Path | None:
    """The reference that stands beside a deck of its own folder."""
    beside = path.with_name(REFERENCE)
    return beside if path.name == DECK and beside.is_file() else None


def own_exercises(path: Path) -> tuple[str, ...]:
    """The exercises that the deck at `path` brings; none where its reference is no Python."""
    reference = reference_of(path)
    if reference is None:
        return ()
    try:
        tree = _tree(reference)
    except (OSError, SyntaxError, ValueError):
        return ()
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return tuple(sorted(name for name in names if name + CASES in names))


def _tree(reference: Path) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the parser shows the line, whatever is in it
        return ast.parse(reference.read_bytes())


def reference_problem(path: Path) -> DeckProblem | None:
    """What keeps the deck's reference from being read."""
    reference = reference_of(path)
    if reference is None:
        return None
    try:
        _tree(reference)
    except SyntaxError as error:
        return DeckProblem(reference, error.lineno or 1, error.offset or 1, error.msg)
    except (OSError, ValueError) as error:
        return DeckProblem(reference, 1, 1, f"cannot be read: {error}")
    return None


def with_own(path: Path, exercises: Collection[str]) -> Collection[str]:
    """`exercises`, and those that the deck at `path` brings itself."""
    own = own_exercises(path)
    return (*exercises, *own) if own else exercises


def files_of(path: Path) -> dict[str, bytes]:
    """All that belongs to a deck that is a folder, by place in it; raises OSError."""
    folder = path.parent
    programs = [file for kind in ("right", "wrong") for file in (folder / kind).rglob("*.py")]
    files = [path, folder / REFERENCE, *sorted(programs)]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def own_decks(folder: Path) -> list[Path]:
    """The decks that are folders in `folder`."""
    found = (entry / DECK for entry in folder.iterdir() if not entry.name.startswith(("_", ".")))
    return [deck for deck in found if deck.is_file() and reference_of(deck)]
