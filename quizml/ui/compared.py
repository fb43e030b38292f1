"""Two texts of code: side by side where there is room, else one under the other."""

from collections.abc import Sequence
from itertools import zip_longest

from quizml.ui.lines import BLANK, Line, Span, fold, width_of

WIDE = 120
"""Columns from which on two texts stand side by side."""
GAP = 3

Titled = tuple[str, Sequence[Line]]
"""A heading and the code under it."""


def compared(left: Titled, right: Titled, width: int) -> list[Line]:
    """Both texts, each with its heading, in `width` columns."""
    if width < WIDE:
        return [*_column(left, width), BLANK, *_column(right, width)]
    columns = (width - GAP) // 2
    rows = zip_longest(_column(left, columns), _column(right, columns), fillvalue=BLANK)
    return [_beside(one, other, columns) for one, other in rows]


def _column(titled: Titled, width: int) -> list[Line]:
    title, code = titled
    rest = max(width - width_of((Span(title),)) - 4, 0)
    head: Line = (Span("── ", "rule"), Span(title, "label"), Span(" " + "─" * rest, "rule"))
    return [*fold(head, width, mark=""), *(piece for line in code for piece in fold(line, width))]


def _beside(one: Line, other: Line, columns: int) -> Line:
    if not other:
        return one
    return (*one, Span(" " * (columns - width_of(one) + GAP)), *other)
