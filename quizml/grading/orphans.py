"""Processes that a submission started and left, where the fence does not keep it from that."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER = 4, 36


def harden() -> None:
    """Our memory is closed to processes of the same user, and orphans come back to us (Linux)."""
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        for option, value in ((PR_SET_DUMPABLE, 0), (PR_SET_CHILD_SUBREAPER, 1)):
            libc.prctl(option, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3)


def sweep(folder: str) -> None:
    """End every process that still stands in `folder`, and reap those that are ours by now."""
    if not sys.platform.startswith("linux"):
        return
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with suppress(OSError):
                if (entry / "cwd").readlink().as_posix().startswith(folder):
                    os.kill(int(entry.name), signal.SIGKILL)
                    os.waitpid(int(entry.name), 0)
