"""Scripts, brackets, roots and accents: set here, for texicode's mislead.

There `S` and `s` share a superscript, `X_X` becomes `Xₓ`, and a bar covers one letter only.
"""

import unicodedata
from dataclasses import replace

from texicode import renderer  # type: ignore[import-untyped]

from quizml.ui.atoms import Atom, Role, Sketch, Style, cells, drawn_as
from quizml.ui.glyphs import ACCENTS, SUBSCRIPTS, SUPERSCRIPTS, TALL
from quizml.ui.latex import BIG


def _glyphs(script: Atom | None, table: dict[str, str]) -> list[str] | None:
    """The script in the small glyphs of Unicode, if it has them all."""
    if script is None:
        return []
    small = [table.get(char, "") for char in script.sketch[0]]
    return small if script.flat and all(small) else None


def scripted(
    atom: Atom, over: Atom | None, under: Atom | None, style: Style, *, linear: bool
) -> Atom:
    """The part with its scripts: in small glyphs where they exist, else a row above or below."""
    high, low = _glyphs(over, SUPERSCRIPTS), _glyphs(under, SUBSCRIPTS)
    big = atom.limits and (atom.line.strip() in BIG or not atom.flat)
    if high is not None and low is not None and not (big and style is Style.DISPLAY):
        if atom.flat:
            return replace(atom, sketch=[atom.sketch[0] + low + high])
    elif linear and atom.flat and all(one is None or one.flat for one in (over, under)):
        tail = _in_line("_", under, low) + _in_line("^", over, high)
        return replace(atom, sketch=[atom.sketch[0] + tail], loose=True)
    if atom.limits and not linear:
        pile = renderer.util_vert_pile(_rows(over), atom.sketch, atom.base, _rows(under), "center")
        return replace(drawn_as(pile), role=atom.role, limits=False)
    if atom.role is Role.OP:
        high = low = None
    column = _beside_flat(over, high, under, low) if atom.flat else _beside_tall(atom, over, under)
    drawn = renderer.util_concat([(atom.sketch, atom.base), column])
    return replace(drawn_as(drawn), role=atom.role)


def _rows(script: Atom | None) -> Sketch:
    return [[]] if script is None else script.sketch


def _in_line(mark: str, script: Atom | None, small: list[str] | None) -> list[str]:
    """`_cls`, `^(n×d)`: in brackets wherever it could be read as something else."""
    if script is None or small is not None:
        return small or []
    row = script.sketch[0]
    number = all(char.isdigit() or char == "." for char in row)
    name = mark == "_" and all(char.isalpha() and char not in _SMALL for char in row)
    return [mark, *row] if len(row) == 1 or number or name else [mark, "(", *row, ")"]


def _beside_flat(
    over: Atom | None, high: list[str] | None, under: Atom | None, low: list[str] | None
) -> tuple[Sketch, int]:
    """The column of scripts after a part of one row; small glyphs stay on its baseline."""
    top = _rows(over) if high is None else [[]]
    bottom = _rows(under) if low is None else [[]]
    middle = [*(low or []), *(high or [])] or [" "]
    width = max(len(top[0]), len(middle), len(bottom[0]))
    rows = [row for rows in (top, [middle], bottom) for row in rows if row]
    base = len(top) if top != [[]] else 0
    return [row + [" "] * (width - len(row)) for row in rows], base


def _beside_tall(atom: Atom, over: Atom | None, under: Atom | None) -> tuple[Sketch, int]:
    """The column of scripts after a tall part: glyphs at its corners, others beyond them."""
    high, low = _glyphs(over, SUPERSCRIPTS), _glyphs(under, SUBSCRIPTS)
    beyond = _rows(over) if high is None else []
    below = _rows(under) if low is None else []
    inside = [high or [" "], *[[" "]] * (len(atom.sketch) - 2), low or [" "]]
    rows = [*beyond, *inside, *below]
    width = max(len(row) for row in rows)
    return [row + [" "] * (width - len(row)) for row in rows], atom.base + len(beyond)


def fenced(left: str, inner: Atom, right: str) -> Atom:
    """The part between brackets as tall as it is."""
    height, base = len(inner.sketch), inner.base
    pieces = [_fence(left, height, base), (inner.sketch, base), _fence(right, height, base)]
    return drawn_as(renderer.util_concat([piece for piece in pieces if piece[0] != [[]]]))


def _fence(sign: str, height: int, base: int) -> tuple[Sketch, int]:
    if sign in {".", ""}:
        return [[]], 0
    if height == 1 or sign not in TALL:
        return [cells(sign)], 0
    top, middle, fill, bottom = tuple(TALL[sign])
    column = [fill] * height
    column[0], column[-1] = top, bottom
    if middle != fill and height > 2:
        column[min(max(base, 1), height - 2)] = middle
    return [[char] for char in column], base


def root(parts: list[Atom]) -> Atom:
    """A square root, or one of another degree."""
    radicand = parts[-1]
    if radicand.flat and radicand.width == 1:
        drawn = [["√", radicand.sketch[0][0]]]
        degree = _glyphs(parts[0], SUPERSCRIPTS) if len(parts) > 1 else []
        if degree is not None:
            return Atom([degree + drawn[0]])
    sketch, base = renderer.util_multichar_square_root([(radicand.sketch, radicand.base)])
    sketch = [row[:-1] for row in sketch]
    if len(parts) > 1:
        small = _glyphs(parts[0], SUPERSCRIPTS) or parts[0].sketch[0]
        indent: list[list[str]] = [[" "] * len(small) for _ in sketch]
        indent[-2] = small
        sketch = [before + row for before, row in zip(indent, sketch, strict=True)]
    return Atom(sketch, base, loose=True)


def accented(accent: str, atom: Atom) -> Atom:
    """The part under its accent; a bar covers all of it, a hat its middle."""
    mark, all_over = ACCENTS[accent]
    if not atom.flat:
        if mark == "\u0332":
            return replace(atom, sketch=[*atom.sketch, ["─"] * atom.width])
        line = ["─" if all_over else " "] * atom.width
        line[atom.width // 2] = {"\u0302": "^", "\u0303": "~", "\u20d7": "→"}.get(mark, "─")
        return replace(atom, sketch=[line, *atom.sketch], base=atom.base + 1)
    row = list(atom.sketch[0])
    letters = [at for at, char in enumerate(row) if char and char not in _SMALL]
    if not letters:
        return atom
    if len(letters) > 1 and mark == "\u0304":
        mark = "\u0305"
    chosen = range(len(row)) if all_over and len(letters) > 1 else [letters[len(letters) // 2]]
    for at in chosen:
        row[at] = unicodedata.normalize("NFC", row[at] + mark) if row[at] else ""
    return replace(atom, sketch=[row])


_SMALL = {*SUPERSCRIPTS.values(), *SUBSCRIPTS.values()}
