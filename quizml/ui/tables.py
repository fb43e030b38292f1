"""Tables of wrapped cells."""

from collections.abc import Sequence

from quizml.ui.lines import BLANK, Line, Span, styled, width_of, wrap

GAP = 2
LEAST = 4
"""Columns of the narrowest column."""


def table(
    rows: Sequence[Sequence[Sequence[Span]]], aligns: Sequence[str], width: int
) -> list[Line]:
    """Rows of cells; the first is the head, set off by a rule. Cells wrap where they must."""
    count = max(len(row) for row in rows)
    widths = _widths(rows, count, width)
    out: list[Line] = []
    for at, row in enumerate(rows):
        cells = [wrap(cell, widths[column]) for column, cell in enumerate(row)]
        out += _row(cells, widths, aligns, "strong" if at == 0 else "")
        if at == 0:
            out.append((Span((" " * GAP).join("─" * one for one in widths), "dim"),))
        elif any(len(cell) > 1 for cell in cells) and at < len(rows) - 1:
            out.append(BLANK)
    return out


def _widths(rows: Sequence[Sequence[Sequence[Span]]], count: int, width: int) -> list[int]:
    """Each column as wide as its widest cell, the widest ones narrowed until all fit."""
    widths = [LEAST // 2] * count
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], width_of(cell))
    room = max(width - GAP * (count - 1), LEAST // 2 * count)
    while sum(widths) > room:
        widest = max(range(count), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _row(
    cells: Sequence[Sequence[Line]], widths: Sequence[int], aligns: Sequence[str], style: str
) -> list[Line]:
    out: list[Line] = []
    for at in range(max(len(cell) for cell in cells)):
        line: list[Span] = []
        for column, cell in enumerate(cells):
            text = cell[at] if at < len(cell) else BLANK
            spare = widths[column] - width_of(text)
            align = aligns[column] if column < len(aligns) else ""
            before = {"right": spare, "center": spare // 2}.get(align, 0)
            after = 0 if column == len(cells) - 1 else spare - before + GAP
            line += [Span(" " * before), *styled(style, text), Span(" " * after)]
        out.append(tuple(span for span in line if span.text))
    return out
