"""Lines of styled text: measured in terminal columns, wrapped as Chinese and English want it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes


class Span(NamedTuple):
    """Some text in the styles named, separated by blanks; see themes."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
"""One row of a screen. Never holds a line break or any other control character."""

BLANK: Line = ()
NBSP = "\u00a0"

NO_START = frozenset("。，、；：？！）》」』】〕〉”’…—～·％‰℃々ー,.;:?!)]}%")
"""Never at the beginning of a line."""
NO_END = frozenset("（《「『【〔〈“‘([{—")
"""Never at the end of a line."""

_VISIBLE = {code: 0x2400 + code for code in range(32) if code != 10} | {127: 0x2421}
_VISIBLE |= dict.fromkeys(
    (
        *range(0x80, 0xA0),
        *(0xAD, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ),
    0xFFFD,
)


def clean(text: str) -> str:
    """The text with everything that could steer the terminal made visible; keeps line breaks."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").expandtabs(4).translate(_VISIBLE)


def width_of(line: Iterable[Span]) -> int:
    """Columns."""
    return sum(cell_len(span.text) for span in line)


def text_of(line: Iterable[Span]) -> str:
    """The line without its styles."""
    return "".join(span.text for span in line)


def styled(style: str, line: Iterable[Span]) -> Line:
    """The line with `style` under whatever styles it has."""
    return tuple(Span(span.text, f"{style} {span.style}".strip()) for span in line)


def cut(line: Line, width: int) -> Line:
    """The line, at most `width` columns of it."""
    if width_of(line) <= width:
        return line
    kept: list[Span] = []
    room = width
    for span in line:
        used = 0
        for start, _, columns in split_graphemes(span.text)[0]:
            if used + columns > room:
                return (*kept, Span(span.text[:start], span.style))
            used += columns
        kept.append(span)
        room -= used
    return tuple(kept)


_CHUNK = re.compile(r"[ \n]|[^ \n]+")


class _Unit(NamedTuple):
    """A character with its combining marks, or an English word."""

    text: str
    style: str
    columns: int


@dataclass(slots=True)
class _Word:
    """Units that stay on one line if they can."""

    units: list[_Unit] = field(default_factory=list)
    columns: int = 0
    spaced: str | None = None
    """The style of the blank before it, if there is one."""

    def add(self, unit: _Unit) -> None:
        """Put one more unit at its end."""
        self.units.append(unit)
        self.columns += unit.columns


def _units(runs: Iterable[Span]) -> Iterator[_Unit]:
    for text, style in runs:
        if text.isascii():
            for chunk in _CHUNK.findall(text):
                yield _Unit(chunk, style, len(chunk))
        else:
            for start, end, columns in split_graphemes(text)[0]:
                yield _Unit(text[start:end], style, columns)


def _glued(before: _Unit, after: _Unit, *, spaced: bool) -> bool:
    """Whether no line may end between these two."""
    if after.text[0] in NO_START and (not spaced or after.columns > 1):
        return not (spaced and after.text == "—")
    last = before.text[-1] if before.text.isascii() else before.text[0]
    if last in NO_END:
        return True
    narrow = before.columns < 2 or before.text.isascii()
    return not spaced and narrow and (after.columns < 2 or after.text.isascii())


def _words(runs: Iterable[Span]) -> list[_Word]:
    words: list[_Word] = []
    blank: str | None = None
    for unit in _units(runs):
        if unit.text in {" ", "\n", "\u3000"}:
            blank = unit.style
            continue
        if words and _glued(words[-1].units[-1], unit, spaced=blank is not None):
            if blank is not None:
                words[-1].add(_Unit(" ", blank, 1))
            words[-1].add(unit)
        else:
            words.append(_Word([unit], unit.columns, blank if words else None))
        blank = None
    return words


def wrap(runs: Sequence[Span], width: int) -> list[Line]:
    """The text in lines of at most `width` columns.

    A line ends at a blank or beside an ideograph, never before closing or after opening
    punctuation; only a word that is longer than a line is divided.
    """
    width = max(width, 2)
    lines: list[Line] = []
    row: list[_Unit] = []
    used = 0
    for word in _words(runs):
        blank = int(word.spaced is not None and bool(row))
        if row and used + blank + word.columns > width:
            lines.append(_spans(row))
            row, used, blank = [], 0, 0
        if blank:
            row.append(_Unit(" ", word.spaced or "", 1))
        used += blank
        for unit in word.units if word.columns <= width else _divided(word.units):
            if used + unit.columns > width:
                lines.append(_spans(row))
                row, used = [], 0
            row.append(unit)
            used += unit.columns
    if row or not lines:
        lines.append(_spans(row))
    return lines


def _divided(units: Iterable[_Unit]) -> Iterator[_Unit]:
    """English words letter by letter."""
    for unit in units:
        if unit.text.isascii():
            yield from (_Unit(char, unit.style, 1) for char in unit.text)
        else:
            yield unit


def _spans(units: Iterable[_Unit]) -> Line:
    """Neighbours of one style together again."""
    spans: list[Span] = []
    texts: list[str] = []
    style = ""
    for unit in units:
        if unit.style != style and texts:
            spans.append(Span("".join(texts).replace(NBSP, " "), style))
            texts = []
        style = unit.style
        texts.append(unit.text)
    if texts:
        spans.append(Span("".join(texts).replace(NBSP, " "), style))
    return tuple(spans)


def fold(line: Line, width: int, mark: str = "↪ ") -> list[Line]:
    """A line of code in pieces that fit, divided at blanks if it can be.

    All pieces but the first begin with a mark.
    """
    if width_of(line) <= width:
        return [line]
    lead = [_Unit(char, "dim", 1) for char in mark] if width > 2 * len(mark) + 2 else []
    lines: list[Line] = []
    row: list[_Unit] = []
    least, used, room = 0, 0, max(width, 2)
    for unit in _divided(_units(line)):
        if used + unit.columns > room and row:
            blanks = [at for at in range(len(row) // 2 + least, len(row)) if row[at].text == " "]
            end = blanks[-1] + 1 if blanks else len(row)
            lines.append(_spans(row[:end]))
            row = [*lead, *row[end:]]
            least, used = len(lead), sum(one.columns for one in row)
        row.append(unit)
        used += unit.columns
    return [*lines, _spans(row)]


def indented(lines: Iterable[Line], columns: int, first: Line | None = None) -> list[Line]:
    """The lines moved right; `first` (as wide as `columns`) stands before the first."""
    margin = Span(" " * columns)
    out: list[Line] = []
    for line in lines:
        lead = first if first is not None and not out else (margin,)
        out.append((*lead, *line) if line or lead is first else BLANK)
    return out
