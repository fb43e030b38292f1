"""A zygote that is started before it is known what there is to grade: its numpy loads meanwhile."""

import atexit
import os
from contextlib import suppress

from quizml.grading.nursery import Nursery
from quizml.model.errors import Fault

_waiting: list[Nursery] = []


def start() -> None:
    """Start one; if that fails, it is told when one is needed."""
    if os.name == "posix":
        with suppress(Fault):
            _waiting.append(Nursery())
            atexit.register(close)


def take() -> Nursery:
    """The one that waits, or a new one."""
    return _waiting.pop() if _waiting else Nursery()


def close() -> None:
    """End one that was never taken."""
    while _waiting:
        _waiting.pop().close()
