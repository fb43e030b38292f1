r"""Where a text holds code, where formulas, and where prose; `\$` is a dollar sign."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Part(Enum):
    """What a stretch of Markdown is."""

    PROSE = "prose"
    CODE = "code"
    INLINE = "inline"
    """`$…$`, with no blank inside the dollars and no digit after them, as the screens read it"""
    DISPLAY = "display"
    """`$$…$$`"""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text. For formulas `inner` leaves out the dollars."""

    part: Part
    start: int
    text: str

    @property
    def inner(self) -> str:
        """What stands between the dollars."""
        width = {Part.INLINE: 1, Part.DISPLAY: 2}.get(self.part, 0)
        return self.text[width : len(self.text) - width] if width else self.text

    @property
    def math(self) -> bool:
        """Whether this is a formula."""
        return self.part in (Part.INLINE, Part.DISPLAY)


_SPAN = re.compile(
    r"""
      (?P<code>^[ ]{0,3}(?P<fence>```+|~~~+)[^\n]*\n(?:.*?\n)??[ ]{0,3}(?P=fence)[ \t]*$
              |(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`))
    | (?P<escape>\\[\\$`{}])
    | (?P<display>\$\$(?:\\.|[^$\\])+\$\$)
    | (?P<inline>\$(?![$\s])(?:\\.|[^$\\\n]|\n(?!\s*\n))+(?<!\s)\$(?!\d))
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


@lru_cache(maxsize=512)
def spans(text: str) -> tuple[Span, ...]:
    """The stretches of `text`, in order; joined they are the text."""
    found: list[Span] = []
    prose = 0
    for match in _SPAN.finditer(text):
        kind = _kind(match)
        if kind is None:
            continue
        if match.start() > prose:
            found.append(Span(Part.PROSE, prose, text[prose : match.start()]))
        found.append(Span(kind, match.start(), match[0]))
        prose = match.end()
    if prose < len(text):
        found.append(Span(Part.PROSE, prose, text[prose:]))
    return tuple(found)


def _kind(match: re.Match[str]) -> Part | None:
    """None for an escaped character, which is prose."""
    if match["code"]:
        return Part.CODE
    if match["display"]:
        return Part.DISPLAY
    return Part.INLINE if match["inline"] else None


_STRAY = re.compile(r"\\.|\$", re.DOTALL)


def stray_dollar(text: str) -> int | None:
    """Where a `$` stands that opens no formula; None where all are paired."""
    for span in spans(text):
        if span.part is Part.PROSE:
            for found in _STRAY.finditer(span.text):
                if found[0] == "$":
                    return span.start + found.start()
    return None
