"""LaTeX as the decks write it -> tokens that texicode parses, and the signs it should show."""

from collections.abc import Iterator

from texicode import symbols_art  # type: ignore[import-untyped]
from texicode.lexer import lexer  # type: ignore[import-untyped]

Token = tuple[str, str]
"""What texicode's lexer makes: `("cmnd", "alpha")`, `("symb", "^")`, `("alph", "x")`, …"""


class NotLaidOut(ValueError):
    """A formula that is wrong, or that we cannot read; says what is the matter."""


ALIASES = {
    "argmax": "\\operatorname*{arg max}",
    "argmin": "\\operatorname*{arg min}",
    "bm": "\\mathbf",
    "boldsymbol": "\\mathbf",
    "dfrac": "\\frac",
    "tfrac": "\\frac",
    "cfrac": "\\frac",
    "nicefrac": "\\frac",
    "dbinom": "\\binom",
    "tbinom": "\\binom",
    "hspace": "\\phantom",
    "intercal": "\\top",
    "lnot": "\\neg",
    "mathds": "\\mathbb",
    "mathbbm": "\\mathbb",
    "overbrace": "\\overline",
    "pmb": "\\mathbf",
    "stackrel": "\\overset",
    "underbar": "\\underline",
    "widehat": "\\hat",
    "widetilde": "\\tilde",
}
"""Commands that are another command under a second name."""

DROPPED = {
    *("displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits"),
    *("big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr"),
    *("Biggr", "bigm", "Bigm", "middle", "nonumber", "notag", "mathrel", "mathbin", "mathord"),
    *("mathop", "mathopen", "mathclose", "mathstrut", "strut", "allowbreak", "/"),
}
"""Commands that change only how a page of paper is set."""

WORDS = {
    *("text", "textrm", "textbf", "textit", "texttt", "textsf", "mbox", "mathrm", "mathsf"),
    *("mathtt", "mathit", "mathnormal", "operatorname", "operatorname*"),
}
"""Commands whose argument is a word, not a product of letters."""

SIGNS = {
    "backslash": "\\",
    "bmod": "mod",
    "mod": "mod",
    "cdot": "·",
    "colon": ":",
    "coloneqq": ":=",
    "degree": "°",
    "dotsb": "⋯",
    "dotsc": "…",
    "epsilon": "ε",
    "geqslant": "≥",
    "gtrsim": "≳",
    "iff": "⇔",
    "implies": "⇒",
    "impliedby": "⇐",
    "langle": "⟨",
    "leqslant": "≤",
    "lesssim": "≲",
    "lVert": "‖",
    "rVert": "‖",
    "Vert": "‖",
    "|": "‖",
    "lgroup": "(",
    "rgroup": ")",
    "Longrightarrow": "⇒",
    "Longleftrightarrow": "⇔",
    "longrightarrow": "→",
    "longleftarrow": "←",
    "longmapsto": "↦",
    "mid": "∣",
    "nexists": "∄",
    "notni": "∌",
    "phi": "φ",
    "rhd": "▷",
    "setminus": "∖",
    "smallsetminus": "∖",
    "subsetneq": "⊊",
    "top": "⊤",
    "triangleq": "≜",
    "varnothing": "∅",
    "vanothing": "∅",
    "checkmark": "✓",
    "square": "□",
    "blacksquare": "■",
    "_": "_",
    "!": "",
    ",": " ",
    ":": " ",
    ";": " ",
    ">": " ",
    " ": " ",
    "enspace": " ",
    "thinspace": " ",
    "quad": "  ",
    "qquad": "    ",
    "int": "∫",
    "iint": "∬",
    "iiint": "∭",
    "oint": "∮",
    "sum": "∑",
    "prod": "∏",
    "coprod": "∐",
    "bigcup": "⋃",
    "bigcap": "⋂",
    "bigoplus": "⨁",
    "bigotimes": "⨂",
    "bigvee": "⋁",
    "bigwedge": "⋀",
}
"""Signs that texicode lacks, has wrong, or has in a form that few terminal fonts hold."""

LIMITS = {
    *("lim", "liminf", "limsup", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin")
}
"""Operators that carry their range below."""

BIG = set("∑∏∐⋃⋂⨁⨂⋁⋀∫∬∭∮")


def sign(command: str) -> str:
    """What a command without arguments shows; raises NotLaidOut for one that we do not know."""
    if command in SIGNS:
        return SIGNS[command]
    known: list[str] | None = symbols_art.symbols.get(command)
    if known is None:
        raise NotLaidOut(f"unknown command \\{command}")
    return "".join(known)


def operator(command: str) -> bool:
    """Whether a command is a named operator, as `log` and `max` are."""
    return command.isalpha() and symbols_art.symbols.get(command) == list(command)


def tokens(tex: str) -> list[Token]:
    """The formula's tokens, without texicode's start and end marks, aliases replaced."""
    try:
        read: list[Token] = lexer(tex.replace("\t", " ").strip(), debug=False)
    except ValueError as error:
        raise NotLaidOut(str(error)) from error
    plain = list(_mended(read[1:-1]))
    depth = 0
    for token in plain:
        depth += {("symb", "{"): 1, ("symb", "}"): -1}.get(token, 0)
        if depth < 0:
            break
    if depth:
        raise NotLaidOut("a brace has no partner")
    return plain


def _mended(read: list[Token]) -> Iterator[Token]:
    """Aliases replaced, paper-only commands dropped, line breaks shorn of their length."""
    at = 0
    while at < len(read):
        kind, value = read[at]
        after = read[at + 1] if at + 1 < len(read) else ("", "")
        at += 1
        if kind == "cmnd" and value == "operatorname" and after == ("symb", "*"):
            yield "cmnd", "operatorname*"
            at += 1
        elif kind == "cmnd" and value in ALIASES:
            yield from _mended(lexer(ALIASES[value], debug=False)[1:-1])
        elif (kind, value) == ("cmnd", "arg") and after in {("cmnd", "max"), ("cmnd", "min")}:
            yield from _mended(lexer(ALIASES["arg" + after[1]], debug=False)[1:-1])
            at += 1
        elif (kind, value) == ("cmnd", "\\") and after == ("symb", "["):
            yield kind, value
            at = next((i + 1 for i in range(at, len(read)) if read[i] == ("symb", "]")), at)
        elif (kind, value) == ("symb", ":") and after == ("symb", "="):
            yield "cmnd", "coloneqq"
            at += 1
        elif (kind, value) == ("symb", ":") and after == ("symb", " "):
            yield "cmnd", "colon"
        elif kind != "cmnd" or value not in DROPPED:
            yield (kind or "symb", value)
