"""Files that a command writes for other programs: known to be writable before the work begins."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quizml.decks import files
from quizml.model.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path


def writable(path: Path) -> Path:
    """The place that `path` means; raises BadInput if nothing could be written there.

    Folders on the way are made.
    """
    path = path.expanduser()
    if path.is_file() or not path.exists():
        path = path.resolve()  # what a link leads to is replaced, not the link
    try:
        if path.is_dir():
            raise BadInput(f"{path}: is a folder; name a file in it")
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not os.access(path, os.W_OK):
            raise BadInput(f"{path}: cannot be written: it is read-only")
        if path.is_file() or not path.exists():
            trial = path.with_name(f".{path.name}.{os.getpid()}")
            trial.touch()
            trial.unlink()
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror}") from None
    return path


def write(path: Path, text: str) -> None:
    """Write the file whole, or leave the one before; a pipe or a device is simply written to."""
    if path.is_file() or not path.exists():
        files.write(path, text.encode())
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Fault(f"{path}: cannot be written: {error.strerror}") from None
