"""Markdown as the decks write it: CommonMark, tables, `$…$` and `$$…$$`, no HTML."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from rich.cells import get_character_cell_size

from quizml.ui.lines import clean


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("escape", "formula", _formula)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.block.ruler.before(
        "fence", "formula", _display, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return parser


def tokens(text: str) -> list[Token]:
    """The text's block tokens; formulas are `formula` (inline) and `display`."""
    return _parser().parse(clean(text))


def _formula(state: StateInline, silent: bool) -> bool:
    """`$$…$$` and `$…$` in a line; as pandoc, no blank inside the dollars and no digit after."""
    text, start = state.src, state.pos
    if text[start] != "$":
        return False
    mark = "$$" if text.startswith("$$", start) else "$"
    first = start + len(mark)
    end = first
    while (end := text.find(mark, end)) > 0 and text[end - 1] == "\\":
        end += 1
    if end <= first:
        return False
    body = text[first:end]
    after = text[end + len(mark) : end + len(mark) + 1]
    if mark == "$" and (body[0].isspace() or body[-1].isspace() or after.isdigit()):
        return False
    if not silent:
        token = state.push("formula" if mark == "$" else "display", "", 0)
        token.content = body.strip()
    state.pos = end + len(mark)
    return True


def _display(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines from one that begins with `$$` to one that ends with `$$`."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if not line.startswith("$$"):
        return False
    at, body = start, line[2:].rstrip()
    while not body.rstrip().endswith("$$"):
        at += 1
        if at >= end or state.sCount[at] < state.blkIndent:
            return False
        body += "\n" + state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]
    inside = body.rstrip()[:-2]
    if "$$" in inside or not inside.strip():
        return False
    if silent:
        return True
    token = state.push("display", "", 0)
    token.content = inside.strip()
    token.block = True
    token.map = [start, at + 1]
    state.line = at + 1
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's rule, but `**缩放（scaling）**把` is emphasis too.

    The rule asks for a blank or punctuation beside the stars, and Chinese has no blanks.
    """
    start, text = state.pos, state.src
    marker = text[start]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(start, marker == "*")
    opens, closes = scanned.can_open, scanned.can_close
    before, after = text[start - 1 : start], text[start + scanned.length :][:1]
    if marker == "*" and not (opens and closes) and (_wide(before) or _wide(after)):
        opens = opens or bool(after and not after.isspace())
        closes = closes or bool(before and not before.isspace())
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=opens,
                close=closes,
            )
        )
    state.pos += scanned.length
    return True


def _wide(char: str) -> bool:
    return bool(char) and get_character_cell_size(char) == 2
