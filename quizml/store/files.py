"""Files that are whole or not there at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizml.model.errors import Fault

TEMPORARY = ".tmp"


@contextmanager
def disk_faults(what: Path) -> Iterator[None]:
    """Turns an OSError into one line."""
    try:
        yield
    except OSError as error:
        raise Fault(f"{what}: {error.strerror or error}; nothing was lost") from error


@contextmanager
def temporary(place: Path) -> Iterator[Path]:
    """A file beside `place` to write, removed in the end if it was not moved there."""
    temp = place.with_name(f".{place.name}.{os.urandom(4).hex()}{TEMPORARY}")
    try:
        yield temp
    finally:
        for name in (temp.name, f"{temp.name}-journal", f"{temp.name}-wal", f"{temp.name}-shm"):
            temp.with_name(name).unlink(missing_ok=True)


def leftovers(folder: Path) -> list[Path]:
    """Temporary files of a process that was killed."""
    return sorted(folder.glob(f".quizml*{TEMPORARY}*"))


def move(temp: Path, place: Path) -> None:
    """Puts the finished file in its place, on disk when this returns."""
    sync(temp)
    temp.replace(place)
    sync_folder(place.parent)


def sync(path: Path) -> None:
    """What the file holds is on disk when this returns."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """The folder's names are on disk when this returns; Windows sees to that itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
