"""Markdown -> lines: Chinese wraps as Chinese, formulas stand in two dimensions."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from rich.cells import get_character_cell_size

from quizml.ui import dollars, formulas
from quizml.ui.formulas import FormulaError
from quizml.ui.lines import (
    BLANK,
    NBSP,
    Line,
    Span,
    clean,
    fold,
    indented,
    styled,
    wrap,
)

INDENT = 2
"""Columns that displayed formulas and code are set in."""

BLANK_OPENS, BLANK_CLOSES = "\ue000", "\ue001"
"""Around the blank of a cloze card, in the text handed to `markdown`."""

Highlighter = Callable[[str, str], list[Line]]
"""Code and the name of its language -> coloured lines."""


def uncoloured(code: str, language: str) -> list[Line]:  # noqa: ARG001 - a Highlighter
    """The code as it stands."""
    return [(Span(line, "code"),) if line else BLANK for line in code.split("\n")]


def markdown(text: str, width: int, highlight: Highlighter = uncoloured) -> list[Line]:
    """The text laid out in `width` columns; no blank lines around it."""
    layout = _Layout(highlight)
    width = max(width, 4)
    lines = layout.blocks(_Cursor(dollars.tokens(text)), width, tight=False)
    return [piece for line in lines for piece in fold(line, width, mark="")]


@dataclass(slots=True)
class _Cursor:
    """Block tokens, read from the front."""

    tokens: Sequence[Token]
    at: int = 0

    def take(self) -> Token | None:
        """The next token, None at the end or at the end of the block that was entered."""
        if self.at >= len(self.tokens):
            return None
        token = self.tokens[self.at]
        self.at += 1
        return None if token.nesting < 0 else token


class _Layout:
    def __init__(self, highlight: Highlighter) -> None:
        self.highlight = highlight

    def blocks(self, cursor: _Cursor, width: int, *, tight: bool) -> list[Line]:
        """Everything up to the end of the enclosing block."""
        out: list[Line] = []
        while (token := cursor.take()) is not None:
            lines = self._block(token, cursor, width)
            if out and lines and not (tight and token.type != "display"):
                out.append(BLANK)
            out += lines
        return out

    def _block(  # noqa: PLR0911 - a case a kind of block
        self, token: Token, cursor: _Cursor, width: int
    ) -> list[Line]:
        match token.type:
            case "inline":
                return self._paragraph(token.children or [], width)
            case "paragraph_open":
                return self.blocks(cursor, width, tight=True)
            case "heading_open":
                return [styled("heading", line) for line in self.blocks(cursor, width, tight=True)]
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, cursor, width)
            case "blockquote_open":
                inner = self.blocks(cursor, width - 2, tight=False)
                return [(Span("▎ ", "quote"), *styled("quote", line)) for line in inner]
            case "display":
                return display(token.content, width)
            case "fence" | "code_block":
                return self._code(token.content, token.info.strip().split(" ")[0], width)
            case "table_open":
                return self._table(cursor, width)
            case "hr":
                return [(Span("─" * min(width, 20), "dim"),)]
        return self.blocks(cursor, width, tight=False) if token.nesting > 0 else []

    def _list(self, opened: Token, cursor: _Cursor, width: int) -> list[Line]:
        number = int(opened.attrGet("start") or 1) if opened.type.startswith("ordered") else None
        tight = _is_tight(cursor)
        out: list[Line] = []
        while cursor.take() is not None:
            mark = "• " if number is None else f"{number}. "
            inner = self.blocks(cursor, width - len(mark), tight=tight) or [BLANK]
            if out and not tight:
                out.append(BLANK)
            out += indented(inner, len(mark), (Span(mark, "mark"),))
            number = None if number is None else number + 1
        return out

    def _code(self, code: str, language: str, width: int) -> list[Line]:
        coloured = self.highlight(code.rstrip("\n"), language)
        pieces = [piece for line in coloured for piece in fold(line, width - INDENT)]
        return indented(pieces, INDENT)

    def _paragraph(self, children: Sequence[Token], width: int) -> list[Line]:
        out: list[Line] = []
        for flow in flows(children, width):
            if isinstance(flow, str):
                lines = display(flow, width)
                out += [BLANK, *lines] if out else lines
            elif any(span.text.strip() for span in flow):
                after_display = bool(out)
                lines = [line for part in _hard_breaks(flow) for line in wrap(part, width)]
                out += [BLANK, *lines] if after_display else lines
        return out

    def _table(self, cursor: _Cursor, width: int) -> list[Line]:
        from quizml.ui.tables import table  # noqa: PLC0415 - few cards have one

        rows: list[list[Sequence[Span]]] = []
        aligns: list[str] = []
        depth = 1
        while depth:
            token = cursor.tokens[cursor.at]
            cursor.at += 1
            depth += (token.type == "table_open") - (token.type == "table_close")
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"} and len(rows) == 1:
                aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
            elif token.type == "inline":
                parts = flows(token.children or [], width, in_line=True)
                rows[-1].append([span for part in parts for span in part if isinstance(span, Span)])
        return table(rows, aligns, width)


def _is_tight(cursor: _Cursor) -> bool:
    """Whether the list that begins here has no blank lines between its items."""
    depth = 1
    for token in cursor.tokens[cursor.at :]:
        depth += token.nesting if token.type.endswith(("list_open", "list_close")) else 0
        if not depth:
            break
        if token.type == "paragraph_open" and depth == 1:
            return token.hidden
    return True


def _hard_breaks(runs: Sequence[Span]) -> Iterator[list[Span]]:
    part: list[Span] = []
    for run in runs:
        if run.text == "\v":
            yield part
            part = []
        else:
            part.append(run)
    yield part


_MARKS = {"strong_open": "strong", "em_open": "em", "s_open": "strike", "link_open": "link"}


def flows(
    children: Sequence[Token], width: int, *, in_line: bool = False
) -> list[list[Span] | str]:
    """A paragraph as runs of text and, between them, the formulas that need rows of their own."""
    out: list[list[Span] | str] = []
    runs: list[Span] = []
    styles: list[str] = []
    for at, token in enumerate(children):
        if token.type in {"formula", "display"}:
            laid = _inline(token, width, " ".join(styles), in_line=in_line)
            if isinstance(laid, str):
                out += [runs, laid]
                runs = []
            else:
                runs.append(laid)
        elif token.type == "softbreak":
            runs.append(Span(_softbreak(children, at), " ".join(styles)))
        elif token.nesting:
            _restyle(token, styles)
        else:
            runs += _run(token, styles)
    return [*out, runs]


def _restyle(token: Token, styles: list[str]) -> None:
    if token.nesting > 0:
        styles.append(_MARKS.get(token.type, "em"))
    elif styles:
        styles.pop()


def _run(token: Token, styles: list[str]) -> list[Span]:
    """A token that is text."""
    text = clean(token.content)
    match token.type:
        case "text" | "text_special":
            return _with_blanks(text, styles)
        case "code_inline":
            return [Span(text.replace("\n", " "), " ".join([*styles, "code"]))]
        case "hardbreak":
            return [Span("\v")]
        case "image":
            return [Span(text or "image", "dim")]
    return []


def _with_blanks(text: str, styles: list[str]) -> list[Span]:
    """The text; what lies between the marks of a cloze card's blank is in a style of its own."""
    if BLANK_OPENS not in text and BLANK_CLOSES not in text:
        return [Span(text, " ".join(styles))]
    runs: list[Span] = []
    for part in re.split(f"([{BLANK_OPENS}{BLANK_CLOSES}])", text):
        if part == BLANK_OPENS:
            styles.append("blank")
        elif part == BLANK_CLOSES and "blank" in styles:
            styles.remove("blank")
        elif part and part != BLANK_CLOSES:
            runs.append(Span(part, " ".join(styles)))
    return runs


def _softbreak(children: Sequence[Token], at: int) -> str:
    """A line break in the source: nothing beside an ideograph, else a blank."""
    around = [one.content for one in children[max(at - 1, 0) : at + 2]]
    before, after = around[0][-1:], around[-1][:1]
    return "" if any(get_character_cell_size(char) == 2 for char in before + after) else " "


def _inline(token: Token, width: int, style: str, *, in_line: bool) -> Span | str:
    """A formula's one row, or its source if it needs more."""
    if token.type == "display" and not in_line:
        return token.content
    laid = formulas.rows(token.content, inline=True)
    style = f"{style} formula".strip()
    if isinstance(laid, FormulaError):
        return Span(f"${token.content}$".replace("\n", " "), f"{style} error")
    if len(laid.lines) > 1:
        return Span(token.content.replace("\n", " "), style) if in_line else token.content
    whole = laid.width <= max(width // 2, 12)
    return Span(laid.lines[0].replace(" ", NBSP) if whole else laid.lines[0], style)


def display(tex: str, width: int) -> list[Line]:
    """A formula on rows of its own; its source if it cannot be laid out, or not so narrowly."""
    laid = formulas.rows(tex, width=width - INDENT)
    if isinstance(laid, FormulaError):
        source = Span(f"$${tex}$$".replace("\n", " "), "error")
        return indented(wrap([source], width - INDENT), INDENT)
    if laid.width > width - INDENT:
        lines = [(Span(line, "formula"),) for line in tex.split("\n")]
        return indented([row for one in lines for row in fold(one, width - INDENT)], INDENT)
    return indented([(Span(row, "formula"),) if row else BLANK for row in laid.lines], INDENT)
