"""Which files were saved: polled, so that it works with any editor on any file system."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from quizml.grading.submissions import files_in
from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RESCAN_SECONDS = 1.0
"""How often folders are searched for new files."""
PATIENCE = 0.5
"""Seconds that a file may be away: editors that save by renaming take less."""

Stamp = tuple[int, int, int]
"""Time of change, size, inode: a save changes one of them."""


class Saves:
    """Files, and the files of folders, and how each stood when it was last handed out."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = list(paths)
        self._files: list[Path] = []
        self._scanned = float("-inf")
        self._before: dict[Path, Stamp | None] = {}
        self._handed: dict[Path, Stamp] = {}
        self._there: dict[Path, float] = {}

    def new(self) -> list[Path]:
        """The files saved since they were handed out, and at rest since the last look.

        At the first look, all of them.
        """
        now, first = time.monotonic(), not self._before
        stamps = {file: _stamp(file) for file in self._found(now)}
        saved = {
            file: stamp
            for file, stamp in stamps.items()
            if stamp is not None
            and stamp != self._handed.get(file)
            and (first or stamp == self._before.get(file))
        }
        self._there |= {file: now for file, stamp in stamps.items() if stamp or first}
        self._handed |= saved
        self._before = stamps
        return list(saved)

    def gone(self) -> list[Path]:
        """Files that have been away for too long to be in the middle of a save."""
        late = time.monotonic() - PATIENCE
        return [f for f, stamp in self._before.items() if stamp is None and self._there[f] < late]

    def _found(self, now: float) -> list[Path]:
        if now - self._scanned >= RESCAN_SECONDS:
            self._scanned = now
            found: list[Path] = []
            for path in self._paths:
                try:
                    found += files_in([path])
                except BadInput:  # a folder that is empty for now
                    continue
            self._files = list(dict.fromkeys([*self._files, *found]))
        return self._files


def _stamp(file: Path) -> Stamp | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
