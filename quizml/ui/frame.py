"""The full screen: where one is, the card, which keys are valid now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizml.model.reviews import Rating, State
from quizml.model.text import Language
from quizml.ui.editing import LineEdit
from quizml.ui.lines import BLANK, Line, Span, clean, cut, width_of
from quizml.ui.themes import Theme
from quizml.ui.words import RATINGS, say

MEASURE = 100
"""Columns of text on a wide screen; longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of the terminal."""

    columns: int
    rows: int

    @property
    def measure(self) -> int:
        """Columns for text."""
        return max(min(self.columns - 2 * (self.columns > 30), MEASURE), 4)

    @property
    def margin(self) -> int:
        """Columns left of the text."""
        return max(self.columns - self.measure, 0) // 2

    @property
    def roomy(self) -> bool:
        """Whether there is room for more than the card and its keys."""
        return self.rows >= 9


@dataclass(frozen=True, slots=True)
class Header:
    """Where the learner is."""

    title: str
    done: int
    left: int
    minutes: int
    state: State | None = None
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """What is being watched, where there is no session to tell of."""

    title: str
    state: str
    """What happened last, or happens now; on narrow screens the title gives way to it."""


@dataclass(frozen=True, slots=True)
class Footer:
    """What the learner can do now."""

    keys: tuple[tuple[str, str], ...] = ()
    """Key and phrase (of words.py), the most important first: the last ones give way."""
    futures: Mapping[Rating, str] = field(default_factory=dict)
    """The wait that each rating promises; empty while no rating is possible."""
    edit: LineEdit | None = None
    """An answer being typed."""
    unit: str = ""
    """Shown after it."""
    note: str = ""
    """What just happened: `undone`, `flagged`."""

    def height(self, size: Size) -> int:
        """Rows it takes."""
        return size.roomy + bool(self.futures) + (self.edit is not None) + 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Exactly as many lines as the terminal has rows, none wider than it; and the cursor."""

    lines: tuple[Line, ...]
    columns: int
    cursor: tuple[int, int] | None = None
    """Row and column from 0, where an answer is typed."""

    def text(self, theme: Theme) -> str:
        """The one write that shows it."""
        parts = ["\x1b[?2026h\x1b[?25l"]
        for row, line in enumerate(self.lines, 1):
            erase = "\x1b[K" if width_of(line) < self.columns else ""
            parts.append(f"\x1b[{row};1H{theme.paint(line)}{erase}")
        if self.cursor is not None:
            parts.append(f"\x1b[{self.cursor[0] + 1};{self.cursor[1] + 1}H\x1b[?25h")
        parts.append("\x1b[?2026l")
        return "".join(parts)


def viewport(footer: Footer, size: Size) -> int:
    """Rows for the card."""
    return max(size.rows - footer.height(size) - _head_height(size), 1)


def scrolled(offset: int, by: int, body: Sequence[Line], footer: Footer, size: Size) -> int:
    """The offset after scrolling `by` lines, within the body."""
    return max(0, min(offset + by, len(body) - viewport(footer, size)))


def frame(
    header: Header | Banner,
    body: Sequence[Line],
    footer: Footer,
    size: Size,
    *,
    offset: int = 0,
    language: Language = Language.EN,
) -> Frame:
    """The whole screen, the body scrolled down by `offset` lines."""
    room = viewport(footer, size)
    offset = scrolled(offset, 0, body, footer, size)
    shown = list(body[offset : offset + room])
    shown += [BLANK] * (room - len(shown))
    lines = _head(header, size, language)
    lines += [_set_in(line, size) for line in shown]
    below = max(len(body) - offset - room, 0)
    if size.roomy:
        lines.append(_rule(offset, below, footer.note, size, language))
    elif below and lines:
        lines[-1] = (*cut(lines[-1], max(size.columns - 2, 0)), Span(" ↓", "key"))
    cursor: tuple[int, int] | None = None
    if footer.edit is not None:
        line, column = _input(footer.edit, footer.unit, size)
        cursor = (min(len(lines), size.rows - 1), column)
        lines.append(line)
    if footer.futures:
        lines.append(_set_in(_ratings(footer.futures, size, language), size))
    lines.append(_set_in(_keys(footer.keys, size, language), size))
    fitted = tuple(cut(line, size.columns) for line in lines[-size.rows :])
    return Frame(fitted, size.columns, cursor)


def _head_height(size: Size) -> int:
    return 3 if size.roomy else int(size.rows >= 5)


def _head(header: Header | Banner, size: Size, language: Language) -> list[Line]:
    height = _head_height(size)
    if not height:
        return []
    if isinstance(header, Banner):
        return _banner(header, size)[:height]
    amounts = {"done": header.done, "left": header.left, "minutes": header.minutes}
    counts = " · ".join(say(key, language, count=count) for key, count in amounts.items())
    if size.columns < 60:
        counts = f"{header.done}/{header.done + header.left}"
    state = "" if header.state is None else _state(header.state, language)
    about = f" · {state}" if state and size.columns >= 60 else ""
    flag = "⚑ " if header.flagged else ""
    title = clean(header.title).replace("\n", " ")
    room = size.measure - width_of((Span(counts + about + flag),)) - 1
    name = cut((Span(title, "title"),), max(room, 0))
    left: Line = (Span(flag, "mark"), *name, Span(about, "dim"))
    spare = max(size.measure - width_of(left) - width_of((Span(counts),)), 1)
    first = _set_in((*left, Span(" " * spare), Span(counts, "dim")), size)
    return [first, _set_in(_bar(header, size.measure), size), BLANK] if height == 3 else [first]


def _banner(header: Banner, size: Size) -> list[Line]:
    state = cut((Span(clean(header.state), "dim"),), size.measure)
    title = clean(header.title).replace("\n", " ")
    name = cut((Span(title, "title"),), max(size.measure - width_of(state) - 1, 0))
    spare = size.measure - width_of(name) - width_of(state)
    rule = Span("─" * size.measure, "rule")
    return [_set_in((*name, Span(" " * spare), *state), size), _set_in((rule,), size), BLANK]


def _state(state: State, language: Language) -> str:
    key = {State.NEW: "new", State.REVIEW: "review"}.get(state, "learning")
    return say(key, language)


def _bar(header: Header, width: int) -> Line:
    """A thin bar: how much of the session is done."""
    total = header.done + header.left
    filled = round(width * header.done / total) if total else width
    return (Span("━" * filled, "progress"), Span("─" * (width - filled), "progress.left"))


def _rule(above: int, below: int, note: str, size: Size, language: Language) -> Line:
    """The line over the footer: what just happened, and whether there is more to read."""
    arrows = ("↑" if above else "") + ("↓" if below else "")
    count = f"{say('more', language, count=below)} " if below else ""
    more = f" {arrows} {count}" if arrows else ""
    said = f" {clean(note)} ".replace("\n", " ") if note else ""
    said = "".join(span.text for span in cut((Span(said),), max(size.measure - len(more) - 4, 0)))
    spare = size.measure - width_of((Span(said + more),)) - 2
    if spare < 0:
        return _set_in((Span("─" * size.measure, "rule"),), size)
    return _set_in(
        (
            Span("─" * (2 * bool(said)), "rule"),
            Span(said, "strong"),
            Span("─" * (spare + 2 * (not said)), "rule"),
            Span(more, "key"),
        ),
        size,
    )


def _input(edit: LineEdit, unit: str, size: Size) -> tuple[Line, int]:
    after = f"  {clean(unit)}" if unit else ""
    room = max(size.measure - 3 - width_of((Span(after),)), 4)
    seen, column = edit.view(room)
    line = _set_in((Span("❯ ", "mark"), Span(seen, "input"), Span(after, "hint")), size)
    return line, min(size.margin + 2 + column, size.columns - 1)


def _ratings(futures: Mapping[Rating, str], size: Size, language: Language) -> Line:
    """The four ratings with what they promise; on narrow screens without names, then without."""
    line: list[Span] = []
    for named, waits in ((True, True), (False, True), (False, False)):
        line = []
        for rating, wait in futures.items():
            name = f" {say(RATINGS[rating], language)}" if named else ""
            line += [
                Span(("   " if named else "  ") if line else ""),
                Span(f"{rating.value}{name}", RATINGS[rating]),
                Span(f" {wait}" if waits else "", "dim"),
            ]
        if width_of(line) <= size.measure:
            break
    return tuple(span for span in line if span.text)


def _keys(keys: Sequence[tuple[str, str]], size: Size, language: Language) -> Line:
    """As many keys as fit."""
    line: list[Span] = []
    for key, phrase in keys:
        told = Span(f" {say(phrase, language)}", "dim")
        more = [Span("  " if line else ""), Span(key, "key"), told]
        if width_of(line) + width_of(more) > size.measure and line:
            break
        line += more
    return tuple(line)


def _set_in(line: Line, size: Size) -> Line:
    return (Span(" " * size.margin), *line) if line and size.margin else line
