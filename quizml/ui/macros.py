"""Commands and environments that texicode does not parse, laid out part by part."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from texicode import renderer  # type: ignore[import-untyped]

from quizml.ui.atoms import Atom, Role, Sketch, Style, cells, gap, join
from quizml.ui.latex import NotLaidOut, Token
from quizml.ui.scripts import accented, fenced
from quizml.ui.typeset import Typesetter

BLANK: Token = ("symb", " ")


class Arguments:
    """Tokens, taken from the front one by one or argument by argument."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def take(self) -> Token | None:
        """The next token."""
        if self._at >= len(self._tokens):
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def argument(self, command: str) -> list[Token]:
        """The next group without its braces, or the next token."""
        token = self.take()
        while token == BLANK:
            token = self.take()
        if token is None or token in {("symb", "}"), ("symb", "^"), ("symb", "_")}:
            raise NotLaidOut(f"something is missing after \\{command}")
        if token != ("symb", "{"):
            return [token]
        return self._until("{", "}", "symb", "a brace has no partner")

    def environment(self, name: str) -> list[Token]:
        """Everything up to the end of the environment that has just begun."""
        return self._until(None, name, "env_end", f"\\begin{{{name}}} has no \\end")

    def _until(self, opens: str | None, closes: str, kind: str, fault: str) -> list[Token]:
        inside: list[Token] = []
        depth = 1
        while (token := self.take()) is not None:
            if token == (kind, closes):
                depth -= 1
            elif token == (kind, opens) or (opens is None and token == ("env_bgin", closes)):
                depth += 1
            if not depth:
                return inside
            inside.append(token)
        raise NotLaidOut(fault)


Macro = Callable[[Typesetter, Arguments, str, Style], Atom]

_LITERAL = set(" -_.,:;/+*=()[]@!?<>|'\"`&%#~")
_STRUCTURE = {("symb", "^"), ("symb", "_"), ("symb", "{"), ("symb", "}"), ("symb", "$")}


def _word(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    inside = [
        ("symb", ":") if token == ("cmnd", "colon") else token for token in source.argument(command)
    ]
    operator = command.startswith("operatorname")
    in_text = command.startswith("text") or command == "mbox"
    role = Role.OP if operator else Role.ORD
    if in_text:
        inside = [token for token in inside if token not in {("symb", "{"), ("symb", "}")}]
    plain = all(kind != "cmnd" or value in _LITERAL for kind, value in inside)
    marks = {("symb", "$")} if in_text else _STRUCTURE
    if not plain or marks & set(inside):
        atom = setter.box([token for token in inside if token != ("symb", "$")], style)
        return replace(atom, role=role)
    text = "".join(" " if token in {("cmnd", ","), ("cmnd", "~")} else token[1] for token in inside)
    text = text.replace("~", " ")
    if not text.strip():
        return Atom([[" "] * len(text)], role=Role.SPACE if text else role)
    return Atom(
        [cells(text)],
        role=role,
        word=len(text) > 1 and not operator and text == text.strip(),
        limits=command.endswith("*"),
    )


def _accent(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    return accented(command, setter.box(source.argument(command), style))


def _underset(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    script = setter.box(source.argument(command), Style.SCRIPT)
    base = setter.box(source.argument(command), style)
    return _stacked(base, script, above=command == "overset")


def _underbrace(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    base = setter.box(source.argument(command), style)
    if base.width < 3:
        brace = ["⏟"] + [" "] * (base.width - 1)
    else:
        half = (base.width - 3) // 2
        brace = ["╰", *"─" * half, "┬", *"─" * (base.width - 3 - half), "╯"]
    return replace(base, sketch=[*base.sketch, brace], limits=True, role=Role.ORD)


def _stacked(base: Atom, script: Atom, *, above: bool) -> Atom:
    blank: Sketch = [[]]
    over, under = (script.sketch, blank) if above else (blank, script.sketch)
    sketch, at = renderer.util_vert_pile(over, base.sketch, base.base, under, "center")
    return Atom(sketch, at, role=base.role)


def _arrow(setter: Typesetter, source: Arguments, command: str, _style: Style) -> Atom:
    label = setter.box(source.argument(command), Style.SCRIPT)
    right = command == "xrightarrow"
    shaft = ["─"] * (label.width + 1)
    arrow = [*shaft, "→"] if right else ["←", *shaft]
    return _stacked(Atom([arrow], role=Role.REL), label, above=True)


def _boxed(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    return setter.box(source.argument(command), style)


def _phantom(_setter: Typesetter, source: Arguments, command: str, _style: Style) -> Atom:
    source.argument(command)
    return Atom([[" "]], role=Role.SPACE)


def _modulo(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    inner = setter.box(source.argument(command), style)
    word = Atom([list("mod ")])
    return fenced("(", join([word, inner], style), ")")


def _negated(setter: Typesetter, source: Arguments, command: str, style: Style) -> Atom:
    atom = setter.box(source.argument(command), style)
    return replace(atom, sketch=[cells(atom.line + "\u0338")])


def _substack(setter: Typesetter, source: Arguments, command: str, _style: Style) -> Atom:
    return grid(setter, source.argument(command), "c", 0, Style.SCRIPT)


_FENCES = {
    "pmatrix": "()",
    "bmatrix": "[]",
    "Bmatrix": "{}",
    "vmatrix": "||",
    "Vmatrix": "‖‖",
    "cases": "{.",
    "rcases": ".}",
}
_MATRICES = {"matrix", "smallmatrix", "array", *_FENCES}
_ALIGNED = {"aligned", "align", "align*", "split", "gathered", "gather", "gather*", "equation"}


def _begin(setter: Typesetter, source: Arguments, name: str, style: Style) -> Atom:
    inside = source.environment(name)
    if name == "array":
        columns = Arguments(inside)
        spec = "".join(value for _, value in columns.argument("begin{array}") if value in "lcr")
        inside = []
        while (token := columns.take()) is not None:
            inside.append(token)
        return grid(setter, inside, spec or "c", 2, Style.TEXT)
    if name in _ALIGNED:
        return grid(setter, inside, "c" if name.startswith("gather") else "rl", 0, style)
    if name not in _MATRICES:
        raise NotLaidOut(f"unknown environment {name}")
    cases = name.endswith("cases")
    drawn = grid(setter, inside, "l" if cases else "c", 2, Style.TEXT)
    drawn = replace(drawn, sketch=[[" ", *row] for row in drawn.sketch]) if cases else drawn
    left, right = tuple(_FENCES.get(name, ".."))
    return fenced(left, drawn, right)


def grid(
    setter: Typesetter, tokens: Sequence[Token], aligns: str, space: int, style: Style
) -> Atom:
    """Rows of cells in columns; `aligns` is taken over and over, a letter a column."""
    table = [[setter.atoms(cell, style) for cell in split(row, "&")] for row in split(tokens, "\\")]
    if len(table) > 1 and table[-1] == [[]]:
        table.pop()
    drawn = [[_cell(atoms, at, space, style) for at, atoms in enumerate(row)] for row in table]
    count = max(len(row) for row in drawn)
    drawn = [row + [Atom([[]])] * (count - len(row)) for row in drawn]
    widths = [max(row[at].width for row in drawn) for at in range(count)]
    rows = [
        renderer.util_concat(
            [
                _padded(cell, widths[at], aligns[at % len(aligns)], space if at else 0)
                for at, cell in enumerate(row)
            ]
        )[0]
        for row in drawn
    ]
    return _heap(rows, centred=style is Style.TEXT)


def _heap(rows: list[Sketch], *, centred: bool) -> Atom:
    """Rows under each other; `centred` ones get a middle row for the baseline."""
    between: Sketch = [[" "] * len(rows[0][0])]
    airy = any(len(row) > 1 for row in rows)
    middle = len(rows) // 2 if centred and len(rows) % 2 == 0 else -1
    sketch: Sketch = []
    for at, row in enumerate(rows):
        if at and (airy or at == middle):
            sketch += between
        sketch += row
    return Atom(sketch, len(sketch) // 2)


def _cell(atoms: list[Atom], at: int, space: int, style: Style) -> Atom:
    """A cell; one that begins with a relation keeps the space before it."""
    if at and not space and atoms and gap(Atom([[]]), atoms[0], style):
        return join([Atom([[" "]], role=Role.SPACE), *atoms], style)
    return join(atoms, style)


def _padded(cell: Atom, width: int, align: str, space: int) -> tuple[Sketch, int]:
    spare = width - cell.width
    left = {"l": 0, "r": spare, "c": spare // 2}[align]
    rows = [[" "] * (left + space) + row + [" "] * (spare - left) for row in cell.sketch]
    return rows, cell.base


def split(tokens: Sequence[Token], mark: str) -> list[list[Token]]:
    """The tokens between the marks that stand outside of groups and environments."""
    parts: list[list[Token]] = [[]]
    marks = {("symb", "&"), ("cmnd", "\\")}
    depth = 0
    for token in tokens:
        kind, value = token
        depth += (token == ("symb", "{")) + (kind == "env_bgin")
        depth -= (token == ("symb", "}")) + (kind == "env_end")
        if not depth and token in marks and value == mark:
            parts.append([])
        elif value != "hline":
            parts[-1].append(token)
    return parts


MACROS: dict[str, Macro] = {
    "begin": _begin,
    "word": _word,
    "overline": _accent,
    "underline": _accent,
    "overset": _underset,
    "underset": _underset,
    "underbrace": _underbrace,
    "xrightarrow": _arrow,
    "xleftarrow": _arrow,
    "boxed": _boxed,
    "phantom": _phantom,
    "hphantom": _phantom,
    "label": _phantom,
    "pmod": _modulo,
    "not": _negated,
    "substack": _substack,
}
