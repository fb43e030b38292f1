"""Coloured code. pygments is loaded by the first card that shows any."""

from collections.abc import Sequence
from functools import lru_cache

from quizml.ui.lines import BLANK, Line, Span, clean
from quizml.ui.markdown import Highlighter, uncoloured
from quizml.ui.themes import Theme

LANGUAGES = {"": "text", "py": "python", "sh": "bash"}


def highlighter(theme: Theme) -> Highlighter:
    """What colours code in this theme."""
    if not theme.code:
        return uncoloured
    return lambda code, language: list(_coloured(code, language, theme.code))


@lru_cache(maxsize=64)
def _coloured(code: str, language: str, theme: str) -> tuple[Line, ...]:
    from rich.style import Style  # noqa: PLC0415
    from rich.syntax import Syntax  # noqa: PLC0415 - 60 ms, and few cards hold code

    code = clean(code)
    name = LANGUAGES.get(language, language)
    if name == "text":
        return tuple(uncoloured(code, language))
    text = Syntax("", name, theme=theme).highlight(code)
    styles = [Style()] * (len(code) + 1)
    for span in text.spans:
        if isinstance(span.style, Style):
            for at in range(span.start, min(span.end, len(code))):
                styles[at] += span.style
    lines: list[Line] = []
    at = 0
    for row in code.split("\n"):
        lines.append(_row(row, styles[at : at + len(row)]))
        at += len(row) + 1
    return tuple(lines)


def _row(row: str, styles: Sequence[object]) -> Line:
    if not row:
        return BLANK
    spans: list[Span] = []
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or styles[at] != styles[start]:
            spans.append(Span(row[start:at], f"fg:{styles[start]}".replace(" ", ",")))
            start = at
    return tuple(spans)
