"""Formulas in two dimensions: texicode parses them, each node is laid out in its turn."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from texicode import node_data, renderer  # type: ignore[import-untyped]
from texicode.parser import parse  # type: ignore[import-untyped]

from quizml.ui import latex
from quizml.ui.atoms import Atom, Role, Sketch, Style, drawn_as, join, sign_atom
from quizml.ui.glyphs import FONTS
from quizml.ui.latex import NotLaidOut, Token
from quizml.ui.scripts import accented, fenced, root, scripted

Node = tuple[str, Token, list[int], list[int]]
"""texicode's: type, token, children, scripts."""


class Typesetter:
    """Lays out one formula; `linear` writes scripts that have no glyphs in line, as `W_Q`."""

    def __init__(self, *, linear: bool) -> None:
        self.linear = linear
        self.made: list[Atom] = []

    # ------------------------------------------------------------------ tokens

    def atoms(self, tokens: Sequence[Token], style: Style) -> list[Atom]:
        """The parts of a formula, side by side, not yet joined."""
        nodes = self._parsed([*self._replaced(tokens, style)])
        if not nodes:
            return []
        styles = _styles(nodes, style)
        done: dict[int, Atom] = {}
        for at in range(len(nodes) - 1, 0, -1):
            done[at] = self._scripted(nodes, at, done, styles[at])
        return [done[child] for child in nodes[0][2]]

    def box(self, tokens: Sequence[Token], style: Style) -> Atom:
        """The formula as one part."""
        return join(self.atoms(tokens, style), style)

    def _parsed(self, tokens: list[Token]) -> list[Node]:
        if not any(token != ("symb", " ") for token in tokens):
            return []
        try:
            return parse([("meta", "start"), *tokens, ("meta", "end")], debug=False)  # type: ignore[no-any-return]
        except (ValueError, KeyError, IndexError) as error:
            raise NotLaidOut("an argument, a bracket or an \\end is missing") from error

    def _keep(self, atom: Atom) -> Token:
        """A token that stands for a part already laid out."""
        self.made.append(atom)
        return "cmnd", f"@{len(self.made) - 1}"

    def _replaced(self, tokens: Sequence[Token], style: Style) -> Iterator[Token]:
        """The tokens, with everything that texicode cannot parse laid out and replaced."""
        from quizml.ui.macros import MACROS, Arguments  # noqa: PLC0415 - it builds on this module

        source = Arguments(tokens)
        while (token := source.take()) is not None:
            kind, value = token
            if kind == "env_bgin":
                yield self._keep(MACROS["begin"](self, source, value, style))
            elif kind == "cmnd" and value in latex.WORDS:
                yield self._keep(MACROS["word"](self, source, value, style))
            elif kind == "cmnd" and value in MACROS:
                yield self._keep(MACROS[value](self, source, value, style))
            elif kind == "env_end" or value == "&" or (kind, value) == ("cmnd", "\\"):
                raise NotLaidOut(f"{value} stands outside of its environment")
            elif value != "$":
                yield token

    # ------------------------------------------------------------------ nodes

    def _scripted(self, nodes: list[Node], at: int, done: dict[int, Atom], style: Style) -> Atom:
        kind, token, children, script_ids = nodes[at]
        atom = self._drawn(kind, token, [done[child] for child in children], style)
        over: Atom | None = None
        under: Atom | None = None
        for script in script_ids:
            if nodes[script][0] in {"sup_scrpt", "top_scrpt"}:
                over = _only(over, done[script])
            else:
                under = _only(under, done[script])
        if over is None and under is None:
            return atom
        return scripted(atom, over, under, style, linear=self.linear)

    def _drawn(  # noqa: C901, PLR0911 - a case a kind of node
        self, kind: str, token: Token, parts: list[Atom], style: Style
    ) -> Atom:
        value = token[1]
        needed = node_data.type_info_dict[kind][1][0] if kind in _WITH_ARGUMENTS else 0
        if len(parts) < needed:
            raise NotLaidOut(f"something is missing after {value}")
        match kind:
            case "cmd_leaf" | "ctr_base" | "txt_leaf":
                return self._leaf(token)
            case "opn_brac" | "opn_degr":
                return replace(joined := join(parts, style), role=_of_group(parts, joined))
            case "sup_scrpt" | "sub_scrpt" | "top_scrpt" | "btm_scrpt" | "cls_dlim":
                return parts[0]
            case "cmd_frac":
                return drawn_as(renderer.render_fraction([(p.sketch, p.base) for p in parts]))
            case "cmd_binom":
                over, under = parts[0].sketch, parts[1].sketch
                pile = renderer.util_vert_pile(over, [[" "]], 0, under, "center")
                return fenced("(", drawn_as(pile), ")")
            case "cmd_sqrt":
                return root(parts)
            case "opn_dlim":
                inner = join(parts[1:-1], style)
                return fenced(parts[0].line, inner, parts[-1].line)
            case "cmd_acnt":
                return accented(value, parts[0])
            case "cmd_font":
                return replace(parts[0], sketch=_in_font(value, parts[0].sketch))
        raise NotLaidOut(f"{value} cannot stand here")

    def _leaf(self, token: Token) -> Atom:
        kind, value = token
        if kind != "cmnd":
            return sign_atom(value)
        if value.startswith("@") and value[1:].isdigit():
            return self.made[int(value[1:])]
        if value == "colon":
            return Atom([[":"]], role=Role.PUNCT)
        if value in latex.LIMITS or latex.operator(value):
            return Atom([list(latex.sign(value))], role=Role.OP, limits=value in latex.LIMITS)
        return sign_atom(latex.sign(value))


_WITH_ARGUMENTS = {
    *("cmd_frac", "cmd_binom", "cmd_sqrt", "cmd_acnt", "cmd_font", "cls_dlim"),
    *("sup_scrpt", "sub_scrpt", "top_scrpt", "btm_scrpt"),
}


def _styles(nodes: list[Node], style: Style) -> list[Style]:
    """Each node's style: fractions are set smaller, scripts smallest."""
    styles = [style] * len(nodes)
    for at, (kind, _, children, scripts) in enumerate(nodes):
        inner = styles[at]
        if kind in {"cmd_frac", "cmd_binom"} and inner is Style.DISPLAY:
            inner = Style.TEXT
        for child in children:
            styles[child] = inner
        for script in scripts:
            styles[script] = Style.SCRIPT
    return styles


def _only(earlier: Atom | None, atom: Atom) -> Atom:
    if earlier is not None:
        raise NotLaidOut("two scripts stand in the same place")
    return atom


def _of_group(parts: list[Atom], joined: Atom) -> Role:
    return joined.role if len(parts) == 1 and parts[0].role is Role.OP else Role.ORD


def _in_font(font: str, sketch: Sketch) -> Sketch:
    table = FONTS.get(font, {})
    return [[table.get(char, char) for char in row] for row in sketch]
