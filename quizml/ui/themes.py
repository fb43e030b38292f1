"""How the named styles look: on dark and light backgrounds, without colour, without anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.style import Style

from quizml.ui.lines import Line, Span

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_PLAIN_STYLES = {
    "title": "bold",
    "heading": "bold underline",
    "question": "bold",
    "strong": "bold",
    "em": "italic",
    "strike": "strike",
    "link": "underline",
    "blank": "bold underline",
    "key": "bold",
    "right": "bold",
    "wrong": "bold",
    "almost": "bold",
    "label": "bold",
    "title.correction": "bold",
    "again": "bold",
    "hard": "bold",
    "good": "bold",
    "easy": "bold",
    "input": "bold",
    "dim": "dim",
    "hint": "dim",
    "reference": "dim",
    "rule": "dim",
    "quote": "dim",
}

_SHARED_COLOURS = {
    "error": "red",
    "wrong": "bold red",
    "again": "bold red",
    "mark": "blue",
    "progress.left": "dim",
}

# Only the eight plain colours, bold and dim: palettes such as Solarized use the bright ones for
# greys that vanish into the background.
_DARK = {
    "heading": "bold cyan",
    "label": "bold cyan",
    "mark": "cyan",
    "code": "yellow",
    "formula": "cyan",
    "blank": "bold underline yellow",
    "key": "bold cyan",
    "right": "bold green",
    "good": "bold green",
    "easy": "bold cyan",
    "hard": "bold yellow",
    "almost": "bold yellow",
    "correction": "yellow",
    "title.correction": "bold yellow",
    "progress": "green",
}

_LIGHT = {
    "heading": "bold blue",
    "label": "bold blue",
    "code": "magenta",
    "formula": "blue",
    "blank": "bold underline magenta",
    "key": "bold blue",
    "right": "bold green",
    "good": "bold green",
    "easy": "bold blue",
    "hard": "bold magenta",
    "almost": "bold magenta",
    "correction": "magenta",
    "title.correction": "bold magenta",
    "progress": "green",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Styles by name. Colour never says anything that marks and words do not say too."""

    name: str
    table: Mapping[str, str]
    code: str = ""
    """The pygments theme of rich for code; empty: code is not coloured."""
    _cache: dict[str, Style] = field(default_factory=dict, compare=False, repr=False)

    def style(self, names: str) -> Style:
        """The styles named, each over the one before it."""
        found = self._cache.get(names)
        if found is None:
            found = Style()
            for name in names.split():
                found += Style.parse(self.table.get(name, _direct(name) if self.code else ""))
            self._cache[names] = found
        return found

    def paint(self, line: Iterable[Span]) -> str:
        """The line as the terminal takes it."""
        if not self.table:
            return "".join(span.text for span in line)
        paint = ColorSystem.STANDARD
        return "".join(
            self.style(span.style).render(span.text, color_system=paint)
            if span.style
            else span.text
            for span in line
        )


def _direct(name: str) -> str:
    """Colours that the highlighter chose, written `fg:red,bold`."""
    return name.removeprefix("fg:").replace(",", " ") if name.startswith("fg:") else ""


DARK = Theme("dark", _PLAIN_STYLES | _SHARED_COLOURS | _DARK, "ansi_dark")
LIGHT = Theme("light", _PLAIN_STYLES | _SHARED_COLOURS | _LIGHT, "ansi_light")
MONO = Theme("mono", _PLAIN_STYLES)
"""Bold and underline only: what NO_COLOR asks for."""
BARE = Theme("bare", {})
"""Nothing at all: pipes and dumb terminals."""

THEMES = {theme.name: theme for theme in (DARK, LIGHT, MONO, BARE)}


def choose(
    wanted: str = "auto", *, colorfgbg: str = "", no_color: bool = False, dumb: bool = False
) -> Theme:
    """The theme for a terminal; `colorfgbg` is the variable of that name, as `15;0`."""
    if dumb:
        return BARE
    if no_color:
        return MONO
    if wanted in THEMES:
        return THEMES[wanted]
    background = colorfgbg.rpartition(";")[2]
    return LIGHT if background in {"7", "15"} else DARK


class Block:
    """Lines as something that rich prints."""

    def __init__(self, lines: Iterable[Line], theme: Theme) -> None:
        self.lines = tuple(lines)
        self.theme = theme

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.segment import Segment  # noqa: PLC0415 - loaded by rich already

        for line in self.lines:
            for span in line:
                yield Segment(span.text, self.theme.style(span.style))
            yield Segment.line()
