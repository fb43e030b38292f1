"""The parts of a formula, and how they stand side by side."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from rich.cells import cell_len
from texicode import renderer  # type: ignore[import-untyped]

from quizml.ui.latex import BIG

Sketch = list[list[str]]
"""Rows of one-column cells; the second cell of a wide character is empty."""


class Style(Enum):
    """How roomy a part is set, as in TeX."""

    DISPLAY = auto()
    TEXT = auto()
    SCRIPT = auto()


class Role(Enum):
    """What an atom is to its neighbours; decides the space between them."""

    ORD = auto()
    OP = auto()
    BIN = auto()
    REL = auto()
    OPEN = auto()
    CLOSE = auto()
    PUNCT = auto()
    SPACE = auto()


@dataclass(frozen=True, slots=True)
class Atom:
    """A part that is laid out: its cells, the row of its baseline, and its role."""

    sketch: Sketch
    base: int = 0
    role: Role = Role.ORD
    word: bool = False
    """Several letters that are one name, kept apart from other letters."""
    limits: bool = False
    """Scripts go below and above."""
    loose: bool = False
    """Ends in a script written out in line, so what follows needs a space."""

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.sketch[0])

    @property
    def flat(self) -> bool:
        """Whether it is one row."""
        return len(self.sketch) == 1

    @property
    def line(self) -> str:
        """The baseline's text."""
        return "".join(self.sketch[self.base])


RELATIONS = set("=<>≤≥≠≈∼≃≅≡∝∈∉∋∌⊂⊆⊊⊃⊇←→↔⇒⇐⇔↦≪≫≺≻⪯⪰⊥⟂⊢⊨≜≐≲≳∥∣")
BINARIES = set("+-−×·∗*∘±∓∪∩⊙⊗⊕⊖⊘∧∨÷∖⋆⊎")
OPENERS, CLOSERS = set("([{⟨⌊⌈"), set(")]}⟩⌋⌉!")
BARS = {"|", "‖"}
SIGNS_AND_SLASHES = set("−+±∓/¬")
NOT_BEFORE_BINARY = {Role.BIN, Role.REL, Role.OPEN, Role.OP, Role.PUNCT}


def cells(text: str) -> list[str]:
    """One entry a column; combining marks ride on the character before them."""
    row: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        width = cell_len(char)
        if width == 0 and row:
            row[-1 if row[-1] else -2] += char
        elif width:
            row += [char] + [""] * (width - 1)
    return row


def sign_atom(text: str) -> Atom:
    """A sign, with the role it has by convention."""
    if not text.strip():
        return Atom([[" "] * len(text)], role=Role.SPACE)
    if text in BIG:
        return Atom([[text]], role=Role.OP, limits=text not in "∫∬∭∮")
    text = {"-": "−", "'": "′", "~": " "}.get(text, text)
    role = (
        Role.REL if text in RELATIONS or text == ":="
        else Role.BIN if text in BINARIES or text == "mod"
        else Role.OPEN if text in OPENERS
        else Role.CLOSE if text in CLOSERS
        else Role.PUNCT if text in ",;"
        else Role.ORD
    )  # fmt: skip
    return Atom([cells("|" if text == "∣" else text)], role=role)


def drawn_as(drawn: tuple[Sketch, int]) -> Atom:
    """A plain part from what texicode draws."""
    return Atom(*drawn)


def resolved(atoms: Sequence[Atom]) -> list[Atom]:
    """The parts with their roles settled: a minus that begins is a sign, bars open and close."""
    settled: list[Atom] = []
    before: Role | None = None
    bars = 0
    for at, atom in enumerate(atoms):
        one = atom
        if atom.role is Role.BIN and (before is None or before in NOT_BEFORE_BINARY):
            one = replace(atom, role=Role.ORD)
        elif atom.line in BARS and atom.flat and atom.role is Role.ORD:
            opens = before is None or before in NOT_BEFORE_BINARY or (bars % 2 == 0 and at == 0)
            one = replace(atom, role=Role.OPEN if opens else Role.CLOSE)
            bars += 1
        settled.append(one)
        if one.role is not Role.SPACE:
            before = one.role
    return settled


def gap(left: Atom, right: Atom, style: Style) -> int:  # noqa: PLR0911 - a rule each
    """Columns between two neighbours."""
    a = left.role
    b = Role.OPEN if right.flat and right.line[:1] in OPENERS else right.role
    if Role.SPACE in {a, b}:
        return 0
    operand = {Role.ORD, Role.OP, Role.CLOSE}
    if a is Role.OP:
        big = left.line.strip() in BIG and style is not Style.SCRIPT
        return int(b in {Role.ORD, Role.OP} or (b is Role.OPEN and (big or not left.flat)))
    if b is Role.OP and a in operand:
        return int(left.line not in SIGNS_AND_SLASHES)
    if left.word or right.word or left.loose:
        lettered = right.line[:1].isalnum() if left.word or left.loose else True
        ended = left.line[-1:].isalnum() if right.word else True
        if lettered and ended and {a, b} <= {Role.ORD}:
            return 1
    if left.loose and right.line in BARS:
        return 1
    if style is Style.SCRIPT:
        return 0
    if a is Role.REL and b is Role.REL:
        return 0
    if {a, b} & {Role.REL, Role.BIN}:
        return int(a is not Role.OPEN and b not in {Role.CLOSE, Role.PUNCT})
    return int(a is Role.PUNCT)


def join(atoms: Sequence[Atom], style: Style) -> Atom:
    """The parts side by side on one baseline."""
    if len(atoms) == 1:
        return atoms[0]
    pieces: list[tuple[Sketch, int]] = []
    parts = resolved(atoms)
    for at, atom in enumerate(parts):
        if at and (space := _space(parts, at, style)):
            pieces.append(([[" "] * space], 0))
        pieces.append((atom.sketch, atom.base))
    drawn = drawn_as(renderer.util_concat(pieces))
    return replace(drawn, loose=bool(parts) and parts[-1].loose)


def _space(parts: list[Atom], at: int, style: Style) -> int:
    """`gap`, but none inside `1,000`."""
    after = [part.line.isdigit() for part in parts[at : at + 4]]
    thousands = at > 1 and parts[at - 1].line == "," and parts[at - 2].line.isdigit()
    if thousands and after[:3] == [True] * 3 and after[3:] != [True]:
        return 0
    return gap(parts[at - 1], parts[at], style)
