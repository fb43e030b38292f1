"""A whole formula: parsed, laid out, trimmed, and broken where it is too wide."""

from quizml.ui import latex
from quizml.ui.atoms import Atom, Role, Style, join, resolved
from quizml.ui.formulas import Rows
from quizml.ui.latex import NotLaidOut
from quizml.ui.macros import grid, split
from quizml.ui.typeset import Typesetter

INDENT = 4
"""Columns by which the further lines of a broken formula are set in."""


def laid(tex: str, *, inline: bool, width: int) -> Rows:
    """The formula's rows; raises NotLaidOut, or whatever texicode stumbles over."""
    setter = Typesetter(linear=inline)
    tokens = latex.tokens(tex)
    style = Style.TEXT if inline else Style.DISPLAY
    if len(split(tokens, "\\")) > 1 or len(split(tokens, "&")) > 1:
        return _trimmed(grid(setter, tokens, "rl", 0, style))
    atoms = setter.atoms(tokens, style)
    whole = join(atoms, style)
    if not any(row for row in whole.sketch):
        raise NotLaidOut("it is empty")
    if not width or whole.width <= width:
        return _trimmed(whole)
    return _broken(atoms, style, width)


def _trimmed(atom: Atom) -> Rows:
    lines = ["".join(row).rstrip() for row in atom.sketch]
    while len(lines) > 1 and not lines[0]:
        lines.pop(0)
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    margin = min(len(line) - len(line.lstrip(" ")) for line in lines if line) if any(lines) else 0
    lines = [line[margin:] for line in lines]
    return Rows(tuple(lines), max(len(row) for row in atom.sketch) - margin)


def _broken(atoms: list[Atom], style: Style, width: int) -> Rows:
    """The formula on several lines, each but the first begun by a relation or an operator."""
    pieces = _pieces(resolved(atoms))
    lines: list[list[Atom]] = [pieces[0]]
    for piece in pieces[1:]:
        room = width - (INDENT if len(lines) > 1 else 0)
        if join([*lines[-1], *piece], style).width <= room:
            lines[-1] = [*lines[-1], *piece]
        else:
            lines.append(piece)
    out: list[str] = []
    for at, line in enumerate(lines):
        laid = _trimmed(join(line, style))
        if at and len(laid.lines) > 1:
            out.append("")
        out += [" " * (INDENT * bool(at)) + row for row in laid.lines]
    widest = max(join(line, style).width + INDENT * bool(at) for at, line in enumerate(lines))
    return Rows(tuple(out), widest)


def _pieces(atoms: list[Atom]) -> list[list[Atom]]:
    """The parts between the places where a line may be broken."""
    pieces: list[list[Atom]] = [[]]
    for atom in atoms:
        if atom.role in {Role.REL, Role.BIN} and pieces[-1]:
            pieces.append([])
        pieces[-1].append(atom)
    return pieces
