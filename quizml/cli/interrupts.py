"""A run that a key can end, as Ctrl-C does, while every other key waits until it is over."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from types import TracebackType

    from quizml.ui.keys import Key

LOOK = 0.05
"""Seconds between two looks whether the run is over."""
REMINDER = 0.3
"""Seconds after which a run that was interrupted is interrupted again: an exception can get lost,
where Python calls back while it imports, say."""


class Quit(Exception):
    """The learner has asked for the end in the middle of a run."""


class Run:
    """Around a run in the main thread: Quit if a key of `ends` was pressed meanwhile.

    `read` gives the next key, or None after so many seconds; `kept` gets all others.
    """

    def __init__(
        self,
        read: Callable[[float], Key | None],
        ends: Container[str],
        kept: Callable[[Key], None],
    ) -> None:
        self._read, self._ends, self._kept = read, ends, kept
        self._over, self._interrupted, self._quitting = (threading.Event() for _ in range(3))
        self._main = threading.get_ident()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._former: Any = signal.getsignal(signal.SIGINT)
        self._entered = False

    def __enter__(self) -> Self:
        signal.signal(signal.SIGINT, self._interrupt)
        self._listener.start()
        self._entered = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        signal.signal(signal.SIGINT, self._former)
        if self._quitting.is_set():
            raise Quit
        if self._interrupted.is_set():
            raise KeyboardInterrupt

    def _end(self) -> None:
        """The listener has ended when this returns, however often one interrupts."""
        while not self._over.is_set() or self._listener.is_alive():
            try:
                self._over.set()
                self._listener.join()
            except KeyboardInterrupt:
                continue

    def _interrupt(self, *_: object) -> None:
        """On the way in or out it is only noted: the listener reminds, or `__exit__` raises."""
        self._interrupted.set()
        if self._entered and not self._over.is_set():
            raise KeyboardInterrupt

    def _listen(self) -> None:
        while not self._over.is_set():
            if self._interrupted.is_set():
                if not self._over.wait(REMINDER):
                    signal.pthread_kill(self._main, signal.SIGINT)
                continue
            key = self._read(LOOK)
            if key is not None and key.name in self._ends:
                self._quitting.set()
                signal.pthread_kill(self._main, signal.SIGINT)
                self._interrupted.wait(REMINDER)
            elif key is not None:
                self._kept(key)
