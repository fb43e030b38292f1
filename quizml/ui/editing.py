"""A line of typed text, edited by keys: values only."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.cells import cell_len, split_graphemes

from quizml.ui.keys import Key
from quizml.ui.lines import clean


@dataclass(frozen=True, slots=True)
class LineEdit:
    """Text and the place of the cursor, which never stands inside a character."""

    text: str = ""
    at: int = 0

    def press(self, key: Key) -> "LineEdit":
        """The line after this key; keys that edit nothing leave it as it is."""
        before, after = self.text[: self.at], self.text[self.at :]
        if key.name in _MOVES:
            return replace(self, at=_MOVES[key.name](before, after))
        if key.name in _CUTS:
            return self._with(*_CUTS[key.name](before, after))
        if key.text:
            typed = " ".join(clean(key.text).split("\n"))
            return self._with(before + typed, after)
        return self

    def _with(self, before: str, after: str) -> "LineEdit":
        text = before + after
        at = len(before)
        for start, end, _ in split_graphemes(text)[0]:
            if start < at < end:
                at = end  # a combining mark came after the cursor's character
        return LineEdit(text, at)

    def view(self, width: int) -> tuple[str, int]:
        """What is seen of the line in `width` columns, and the cursor's column in it."""
        width = max(width, 2)
        start = 0
        spans = split_graphemes(self.text)[0]
        for begin, _, _ in spans:
            if cell_len(self.text[begin : self.at]) < width:
                start = begin
                break
        else:
            start = self.at
        end, used = start, 0
        for begin, stop, columns in spans:
            if begin >= start and used + columns <= width:
                end, used = stop, used + columns
            elif begin >= start:
                break
        return self.text[start:end], cell_len(self.text[start : self.at])


def _last(text: str) -> int:
    """Where the last character begins."""
    spans = split_graphemes(text)[0]
    return spans[-1][0] if spans else 0


def _first(text: str) -> int:
    """Where the first character ends."""
    spans = split_graphemes(text)[0]
    return spans[0][1] if spans else 0


def _word(text: str) -> int:
    """Where the last word begins."""
    bare = text.rstrip()
    while bare and not bare[-1].isspace():
        bare = bare[:-1]
    return len(bare)


_MOVES: dict[str, Callable[[str, str], int]] = {
    "left": lambda before, _: _last(before),
    "right": lambda before, after: len(before) + _first(after),
    "home": lambda _, __: 0,
    "end": lambda before, after: len(before + after),
}
_MOVES |= {"ctrl-b": _MOVES["left"], "ctrl-f": _MOVES["right"]}
_MOVES |= {"ctrl-a": _MOVES["home"], "ctrl-e": _MOVES["end"]}
"""Where the cursor goes, given what stands before and after it."""

_CUTS: dict[str, Callable[[str, str], tuple[str, str]]] = {
    "backspace": lambda before, after: (before[: _last(before)], after),
    "delete": lambda before, after: (before, after[_first(after) :]),
    "ctrl-u": lambda _, after: ("", after),
    "ctrl-k": lambda before, _: (before, ""),
    "ctrl-w": lambda before, after: (before[: _word(before)], after),
}
_CUTS |= {"ctrl-d": _CUTS["delete"], "alt-backspace": _CUTS["ctrl-w"]}
"""What remains before and after the cursor."""
