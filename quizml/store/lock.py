"""Who is using the store: sessions share it, a restore wants it alone.

SQLite's own locks live in the file that a restore replaces, so they cannot tell. On Windows an open
file cannot be replaced at all, so there nothing is needed.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizml.model.errors import Fault

if sys.platform != "win32":
    import fcntl

NOTHING = -1
"""The handle where there is nothing to let go of."""


def share(path: Path, patience: float) -> int:
    """A handle that keeps restores out until `release`; waits for one that is running."""
    return _hold(path, alone=False, patience=patience)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else has the store open, nor can open it meanwhile; a Fault if somebody has."""
    handle = _hold(path, alone=True, patience=0)
    try:
        yield
    finally:
        release(handle)


def release(handle: int) -> None:
    """Let go; the lock file stays, for removing it would let two in."""
    if handle != NOTHING:
        os.close(handle)


if sys.platform == "win32":

    def _hold(path: Path, *, alone: bool, patience: float) -> int:  # noqa: ARG001
        return NOTHING

else:

    def _hold(path: Path, *, alone: bool, patience: float) -> int:
        handle = _opened(path.with_name(path.name + ".lock"))
        kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        deadline = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() < deadline:
                    time.sleep(0.02)
                    continue
                os.close(handle)
                doing = "has it open: leave it (q)" if alone else "is restoring it: wait for it"
                raise Fault(f"{path}: another quizml {doing}, then try again") from None
            except OSError:  # a file system without locks, where WAL would not work either
                os.close(handle)
                return NOTHING
            return handle


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise Fault(f"{path.parent}: cannot keep reviews here ({error.strerror})") from None
