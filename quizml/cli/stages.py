"""Where a session is played: a full screen driven by keys, or lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from quizml.model.cards import Cloze, Numeric
from quizml.model.text import Language
from quizml.ui import plain
from quizml.ui.cards import asked, screen
from quizml.ui.commands import Command, Do, of_key, of_line
from quizml.ui.editing import LineEdit
from quizml.ui.footers import footer
from quizml.ui.formulas import warm
from quizml.ui.frame import Footer, Header, Size, frame, scrolled, viewport
from quizml.ui.hand import accepted
from quizml.ui.lines import Line, Span
from quizml.ui.notes import note
from quizml.ui.showing import Phase, Showing
from quizml.ui.words import say

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import timedelta

    from quizml.model.reviews import Rating
    from quizml.ui.terminal import Terminal
    from quizml.ui.themes import Theme

SCROLLS = {"up": -1, "down": 1, "k": -1, "j": 1}
PAGES = {"pgup": -1, "pgdn": 1}


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is to be seen of a turn."""

    showing: Showing
    header: Header
    futures: Mapping[Rating, str] = field(default_factory=dict)
    """Empty until a rating is possible."""
    suggested: Rating | None = None
    note: str = ""

    @property
    def language(self) -> Language:
        """Of the fixed words."""
        return self.showing.language

    @property
    def is_typed(self) -> bool:
        """Whether an answer is to be typed now."""
        asks = isinstance(self.showing.card, Cloze | Numeric)
        return asks and self.showing.phase is Phase.ASKED


class Stage(Protocol):
    """What the player needs of a place to play."""

    @property
    def width(self) -> int:
        """Columns for text."""
        ...

    def ask(self, scene: Scene) -> Command:
        """Show the scene; the learner's next command."""
        ...

    def tell(self, lines: list[Line], language: Language) -> None:
        """Show a page of text until it was read."""
        ...

    def wait(self, ready: Callable[[], timedelta], language: Language) -> Command | None:
        """Pass the time until `ready` comes to nothing; or a command to undo or quit."""
        ...

    def rest(self, lines: list[Line], language: Language) -> Command:
        """Nothing is left: the last chance to undo."""
        ...

    def away(self) -> AbstractContextManager[None]:
        """The terminal as other programs expect it, for an editor."""
        ...


class FullScreen:
    """Frames on a terminal, one write each."""

    def __init__(self, terminal: Terminal, theme: Theme) -> None:
        self._terminal = terminal
        self._theme = theme
        self._showing: Showing | None = None
        self._edit: LineEdit | None = None
        self._offset = 0
        self._header = Header("quizml", 0, 0, 0)

    @property
    def size(self) -> Size:
        """Of the terminal, now."""
        return Size(*self._terminal.size())

    @property
    def width(self) -> int:
        """Columns for text."""
        return self.size.measure

    def ask(self, scene: Scene) -> Command:
        """Show the scene; the next command of a key that means something here."""
        self._turn_to(scene)
        self._header = scene.header
        told = scene.note
        while True:
            body = screen(scene.showing, self.width, self._theme)
            foot = footer(
                scene.showing,
                scene.futures,
                edit=self._edit,
                note=told,
                suggested=scene.suggested,
            )
            self._draw(scene.header, body, foot, scene.language)
            warm()
            key = self._terminal.read()
            if key is None or key.name == "resize":
                continue
            told = ""
            if self._scrolled(key.name, body, foot, scene):
                continue
            if self._edit is not None and key.name not in ("ctrl-d", "eof"):
                if key.name == "enter":
                    text = self._edit.text.strip()
                    return Command(Do.ANSWER, text=text) if text else Command(Do.REVEAL)
                self._edit = None if key.name == "esc" else self._edit.press(key)
                continue
            command = of_key(key.name, scene.showing)
            if command is None:
                told = note("unknown key", scene.language)
            elif command.do is Do.TYPE:
                self._edit = LineEdit()
            else:
                return command

    def tell(self, lines: list[Line], language: Language) -> None:
        """A page of its own; arrows scroll, any other key goes on."""
        self._offset, self._showing = 0, None
        foot = Footer((("↑↓", "scroll"), ("space", "next")))
        while True:
            self._draw(self._header, lines, foot, language)
            key = self._terminal.read()
            if key is None or key.name == "resize" or self._moved(key.name, lines, foot):
                continue
            return

    def wait(self, ready: Callable[[], timedelta], language: Language) -> Command | None:
        """Count down to the next card."""
        self._showing = None
        foot = Footer((("u", "undo"), ("q", "quit")))
        while (left := ready()).total_seconds() > 0:
            minutes, seconds = divmod(round(left.total_seconds()), 60)
            clock = say("next in", language, wait=f"{minutes}:{seconds:02}")
            self._draw(self._header, [(Span(clock),)], foot, language)
            key = self._terminal.read(timeout=min(1.0, left.total_seconds()))
            if key is not None and key.name in ("u", "q", "ctrl-d", "eof"):
                return Command(Do.UNDO if key.name == "u" else Do.QUIT)
        return None

    def rest(self, lines: list[Line], language: Language) -> Command:
        """The summary, until the learner leaves it."""
        self._offset, self._showing = 0, None
        foot = Footer((("space", "quit"), ("u", "undo")))
        while True:
            self._draw(self._header, lines, foot, language)
            key = self._terminal.read()
            if key is None or key.name == "resize" or self._moved(key.name, lines, foot):
                continue
            if key.name in ("space", "enter", "esc", "q", "ctrl-d", "eof"):
                return Command(Do.QUIT)
            if key.name == "u":
                return Command(Do.UNDO)

    def away(self) -> AbstractContextManager[None]:
        """The terminal given back until the editor ends."""
        return self._terminal.given_back()

    def _turn_to(self, scene: Scene) -> None:
        """A new card begins at its top; an answer that does not fit, where the answer begins."""
        showing, before = scene.showing, self._showing
        if before is None or before.card != showing.card or before.phase is not showing.phase:
            self._offset = 0
            self._edit = LineEdit() if scene.is_typed else None
            if showing.phase is Phase.REVEALED:
                self._offset = max(len(asked(showing, self.width, self._theme)) - 2, 0)
        self._showing = showing

    def _scrolled(self, name: str, body: list[Line], foot: Footer, scene: Scene) -> bool:
        if self._edit is not None and name not in ("up", "down", *PAGES):
            return False
        below = len(body) - self._offset > viewport(foot, self.size)
        if name == "space" and scene.showing.phase is Phase.REVEALED and below:
            name = "pgdn"
        return self._moved(name, body, foot)

    def _moved(self, name: str, body: list[Line], foot: Footer) -> bool:
        page = max(viewport(foot, self.size) - 2, 1)
        by = SCROLLS.get(name, 0) + PAGES.get(name, 0) * page
        if by:
            self._offset = scrolled(self._offset, by, body, foot, self.size)
        return bool(by)

    def _draw(self, header: Header, body: list[Line], foot: Footer, language: Language) -> None:
        size = self.size
        self._offset = scrolled(self._offset, 0, body, foot, size)
        shown = frame(header, body, foot, size, offset=self._offset, language=language)
        self._terminal.write(shown.text(self._theme))


class Lines:
    """Standard input and output, a key a line, no cursor tricks and no colour."""

    def __init__(self, width: int = plain.WIDTH) -> None:
        self.width = width
        self._showing: Showing | None = None

    def ask(self, scene: Scene) -> Command:
        """Print what is new; read lines until one means something."""
        self._print(scene)
        edit = LineEdit() if scene.is_typed else None
        foot = footer(scene.showing, scene.futures, edit=edit, suggested=scene.suggested)
        if scene.note:
            self._say(f"({scene.note})\n")
        while True:
            self._say(plain.prompt(foot, scene.language))
            line = sys.stdin.readline()
            if not line:
                self._say("\n")
                return Command(Do.QUIT)
            if not sys.stdin.isatty():
                self._say("\n")
            command = of_line(line, scene.showing, accepted(scene.showing))
            if command is not None:
                return command
            self._say(f"({note('unknown key', scene.language)})\n")

    def tell(self, lines: list[Line], language: Language) -> None:  # noqa: ARG002
        """Print the page."""
        self._say(plain.printed(lines))

    def wait(self, ready: Callable[[], timedelta], language: Language) -> Command | None:  # noqa: ARG002
        """A pipe does not wait."""
        return Command(Do.QUIT)

    def rest(self, lines: list[Line], language: Language) -> Command:  # noqa: ARG002 - it follows
        """Undo, or the end; the summary is printed when the session is over."""
        foot = Footer((("enter", "quit"), ("u", "undo")))
        self._showing = None
        self._say("\n" + plain.prompt(foot, language))
        line = sys.stdin.readline()
        self._say("\n" if not sys.stdin.isatty() else "")
        return Command(Do.UNDO if line.strip() == "u" else Do.QUIT)

    def away(self) -> AbstractContextManager[None]:
        """Nothing to give back."""
        from contextlib import nullcontext  # noqa: PLC0415

        return nullcontext()

    def _print(self, scene: Scene) -> None:
        showing, before = scene.showing, self._showing
        if before is None or _asked_anew(before, showing):
            self._say(plain.heading(scene.header, scene.language))
            self._say(plain.question(showing, self.width))
            before = None
        if showing.phase is Phase.REVEALED and (before is None or before.phase is Phase.ASKED):
            self._say(plain.answer(showing, self.width))
        self._showing = showing

    def _say(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _asked_anew(before: Showing, showing: Showing) -> bool:
    """Whether the question itself reads differently now."""
    asked_before = replace(before, phase=Phase.ASKED, outcome=None, typed="", picked=frozenset())
    asked_now = replace(showing, phase=Phase.ASKED, outcome=None, typed="", picked=frozenset())
    back = before.phase is Phase.REVEALED and showing.phase is Phase.ASKED
    return back or asked_before != asked_now
