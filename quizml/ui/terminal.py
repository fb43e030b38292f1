"""The terminal while a session runs: raw keys in, whole frames out, put back in every case."""

import os
import shutil
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType, TracebackType
from typing import Any, Self

from quizml.ui.keys import EOF, RESIZE, Decoder, Key

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[H\x1b[2J"
LEAVE = "\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l"
"""Alternate screen, cursor, bracketed paste."""

ESCAPE_DELAY = 0.1
"""Seconds after which a lone Escape is the key, not the begin of a sequence."""
SEQUENCE_DELAY = 1.0
"""Seconds that a sequence may take to arrive: ssh splits them."""

if sys.platform == "win32":
    import msvcrt

    _SPECIAL = {"H": "up", "P": "down", "K": "left", "M": "right", "G": "home", "O": "end"}
    _SPECIAL |= {"I": "pgup", "Q": "pgdn", "S": "delete"}

    class Terminal:
        """The Windows console, in its VT mode."""

        def __enter__(self) -> Self:
            os.system("")  # noqa: S605, S607 - switches the console to VT mode
            self._resume()
            return self

        def __exit__(self, *_: object) -> None:
            self._pause()

        def read(self, timeout: float | None = None) -> Key | None:
            """The next key; None if none comes in time."""
            end = None if timeout is None else time.monotonic() + timeout
            size = self.size()
            while not msvcrt.kbhit():
                if self.size() != size:
                    return RESIZE
                if end is not None and time.monotonic() >= end:
                    return None
                time.sleep(0.015)
            char = msvcrt.getwch()
            if char in "\x00\xe0":
                name = _SPECIAL.get(msvcrt.getwch())
                return Key(name) if name else None
            if char == "\x03":
                raise KeyboardInterrupt
            decoder = Decoder()
            return next(iter([*decoder.feed(char.encode()), *decoder.flush()]), None)

        def write(self, text: str) -> None:
            """One whole frame."""
            sys.stdout.write(text)
            sys.stdout.flush()

        def size(self) -> tuple[int, int]:
            """Columns and rows."""
            columns, rows = shutil.get_terminal_size()
            return columns, rows

        @contextmanager
        def given_back(self) -> Iterator[None]:
            """The terminal as it was, for an editor."""
            self._pause()
            try:
                yield
            finally:
                self._resume()

        def _pause(self) -> None:
            self.write(LEAVE)

        def _resume(self) -> None:
            self.write(ENTER)

else:
    import select
    import termios

    _ENDING = (signal.SIGTERM, signal.SIGHUP)

    class Terminal:
        """A POSIX terminal: no echo, no line buffer; Ctrl-C and Ctrl-Z stay signals."""

        def __init__(self, keys: int = 0, screen: int = 1) -> None:
            self._keys, self._screen = keys, screen
            self._decoder = Decoder()
            self._queue: deque[Key] = deque()
            self._former: Any = None
            self._handlers: dict[int, object] = {}
            self._wake: tuple[int, int] = (-1, -1)

        def __enter__(self) -> Self:
            self._former = termios.tcgetattr(self._keys)
            self._wake = os.pipe()
            for end in self._wake:
                os.set_blocking(end, False)
            try:
                for number in (*_ENDING, signal.SIGWINCH, signal.SIGTSTP):
                    self._handlers[number] = signal.signal(number, self._signalled)
                self._resume()
            except BaseException:
                self._end()
                raise
            return self

        def __exit__(
            self,
            kind: type[BaseException] | None,
            error: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            self._end()

        def read(self, timeout: float | None = None) -> Key | None:
            """The next key; None if none comes in time. Ctrl-C raises KeyboardInterrupt."""
            end = None if timeout is None else time.monotonic() + timeout
            while not self._queue:
                wait = None if end is None else max(end - time.monotonic(), 0.0)
                patience = SEQUENCE_DELAY if self._decoder.sequence else ESCAPE_DELAY
                hurried = self._decoder.pending and (wait is None or patience < wait)
                ready = select.select(
                    [self._keys, self._wake[0]], [], [], patience if hurried else wait
                )[0]
                if self._wake[0] in ready:
                    self._drain()
                    return RESIZE
                if self._keys in ready:
                    self._take()
                elif hurried or self._decoder.pending:
                    self._queue.extend(self._decoder.flush())
                else:
                    return None
            return self._queue.popleft()

        def write(self, text: str) -> None:
            """One whole frame, in as few writes as the terminal takes."""
            data = memoryview(text.encode("utf-8", "replace"))
            while data:
                try:
                    data = data[os.write(self._screen, data) :]
                except BlockingIOError:
                    select.select([], [self._screen], [])

        def size(self) -> tuple[int, int]:
            """Columns and rows."""
            with suppress(OSError):
                columns, rows = os.get_terminal_size(self._screen)
                if columns and rows:
                    return columns, rows
            columns, rows = shutil.get_terminal_size()
            return columns, rows

        @contextmanager
        def given_back(self) -> Iterator[None]:
            """The terminal as it was, for an editor."""
            self._pause()
            try:
                yield
            finally:
                self._resume()

        def _take(self) -> None:
            try:
                data = os.read(self._keys, 4096)
            except OSError:  # the other end of a pseudo-terminal is gone
                data = b""
            self._queue.extend(self._decoder.feed(data) if data else [EOF])

        def _drain(self) -> None:
            with suppress(BlockingIOError):
                while os.read(self._wake[0], 64):
                    pass

        def _pause(self) -> None:
            with suppress(OSError):
                self.write(LEAVE)
            with suppress(termios.error):
                termios.tcsetattr(self._keys, termios.TCSADRAIN, self._former)

        def _resume(self) -> None:
            mode = termios.tcgetattr(self._keys)
            mode[0] &= ~termios.IXON  # Ctrl-S must not freeze the screen
            mode[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
            # TCSADRAIN keeps what was typed ahead; TCSAFLUSH would lose it
            termios.tcsetattr(self._keys, termios.TCSADRAIN, mode)
            self.write(ENTER)

        def _end(self) -> None:
            self._pause()
            for number, handler in self._handlers.items():
                signal.signal(number, handler)  # type: ignore[arg-type]
            self._handlers.clear()
            for end in self._wake:
                os.close(end)

        def _signalled(self, number: int, _frame: FrameType | None) -> None:
            if number in _ENDING:
                raise SystemExit(128 + number)
            if number == signal.SIGTSTP:
                self._pause()
                signal.signal(signal.SIGTSTP, signal.SIG_DFL)
                os.kill(os.getpid(), signal.SIGTSTP)  # stops here, until SIGCONT
                signal.signal(signal.SIGTSTP, self._signalled)
                self._resume()
            with suppress(BlockingIOError):
                os.write(self._wake[1], b"!")
