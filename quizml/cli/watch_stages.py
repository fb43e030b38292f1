"""Where a watched file's reports are shown: a full screen driven by keys, or lines in a pipe."""

from __future__ import annotations

import os
import select
import sys
import time
from collections import deque
from contextlib import nullcontext
from typing import TYPE_CHECKING, Protocol

from quizml.cli.interrupts import Run
from quizml.ui import plain
from quizml.ui.frame import Footer, Size, frame, scrolled, viewport

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from quizml.ui.keys import Key
    from quizml.ui.terminal import Terminal
    from quizml.ui.themes import Theme
    from quizml.ui.watching import View

QUIT = ("q", "ctrl-d", "eof")
SCROLLS = {"up": -1, "down": 1, "k": -1, "j": 1}
PAGES = {"pgup": -1, "pgdn": 1, "space": 1}


class Stage(Protocol):
    """What the watcher needs of a place to show its reports."""

    @property
    def width(self) -> int:
        """Columns for text."""
        ...

    def busy(self, view: View) -> None:
        """A run begins."""
        ...

    def show(self, view: View, *, fresh: bool = False) -> None:
        """Show the view; `fresh` if its report is a new one."""
        ...

    def key(self, seconds: float) -> str | None:
        """The name of the next key; None if none comes in time."""
        ...

    def running(self) -> AbstractContextManager[object]:
        """Around a run: a key that quits ends it at once, with Quit."""
        ...


class FullScreen:
    """Frames on a terminal, one write each."""

    def __init__(self, terminal: Terminal, theme: Theme) -> None:
        self._terminal, self._theme = terminal, theme
        self._view: View | None = None
        self._offset = 0
        self._typed: deque[Key] = deque()

    @property
    def width(self) -> int:
        """Columns for text."""
        return self._size.measure

    @property
    def _size(self) -> Size:
        return Size(*self._terminal.size())

    def busy(self, view: View) -> None:
        """Say so in the head; the report before stays meanwhile."""
        self._view = view
        self._draw()

    def show(self, view: View, *, fresh: bool = False) -> None:
        """Draw the view; a new report begins at its top, a new hint is scrolled to."""
        before = self._view
        self._view = view
        if fresh or before is None or bool(before.reference) != bool(view.reference):
            self._offset = 0
        elif len(view.hints) > len(before.hints):
            self._offset = len(view.body)
        self._draw()

    def key(self, seconds: float) -> str | None:
        """The next key that is not about scrolling; `resize` if the window has another size."""
        key = self._typed.popleft() if self._typed else self._terminal.read(seconds)
        if key is None or self._moved(key.name):
            return None
        return key.name

    def running(self) -> AbstractContextManager[object]:
        """Keys typed meanwhile are kept for later; one that quits interrupts, as Ctrl-C does."""
        return Run(self._terminal.read, QUIT, self._typed.append)

    def _moved(self, name: str) -> bool:
        if self._view is None:
            return False
        page = max(viewport(self._view.footer, self._size) - 2, 1)
        by = SCROLLS.get(name, 0) + PAGES.get(name, 0) * page
        if by:
            self._offset += by
            self._draw()
        return bool(by)

    def _draw(self) -> None:
        view, size = self._view, self._size
        if view is None:
            return
        body, footer = view.body, view.footer
        self._offset = scrolled(self._offset, 0, body, footer, size)
        shown = frame(view.banner, body, footer, size, offset=self._offset, language=view.language)
        self._terminal.write(shown.text(self._theme))


class Lines:
    """Standard input and output: each report as it comes, a key a line, no cursor tricks."""

    def __init__(self, width: int = plain.WIDTH) -> None:
        self.width = width
        self._view: View | None = None
        self._rest = b""
        self._names: deque[str] = deque()

    def busy(self, view: View) -> None:
        """A report is told once it is there."""

    def show(self, view: View, *, fresh: bool = False) -> None:
        """Print what is new."""
        before, self._view = self._view, view
        if fresh or before is None:
            self._say(f"\n[{view.banner.title}: {view.banner.state}]\n{plain.printed(view.report)}")
        elif view.reference and not before.reference:
            self._say(plain.printed(view.reference))
        elif view.hints != before.hints:
            known = len(before.hints) if view.hints[: len(before.hints)] == before.hints else 0
            self._say(plain.printed(line for line in view.hints[known:] if line or known == 0))
        if view.note:
            self._say(f"({view.note})\n")
        keys = tuple(key for key in view.footer.keys if key[1] != "scroll")
        self._say(plain.prompt(Footer(keys), view.language))

    def key(self, seconds: float) -> str | None:
        """The first character of the next line; `eof` when there are no more."""
        until = time.monotonic() + seconds
        while not self._names:
            left = until - time.monotonic()
            if left <= 0 or not select.select([sys.stdin], [], [], left)[0]:
                return None
            part = os.read(sys.stdin.fileno(), 4096)
            if not part:
                self._say("\n")
                return "eof"
            if not sys.stdin.isatty():
                self._say("\n")
            *lines, self._rest = (self._rest + part).split(b"\n")
            self._names.extend(line.decode("utf-8", "replace").strip() or "enter" for line in lines)
        return self._names.popleft()

    def running(self) -> AbstractContextManager[object]:
        """Lines wait."""
        return nullcontext()

    def _say(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()
