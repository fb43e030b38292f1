r"""When two wordings say the same: `$\frac{1}{4}$` and 1/4, Batch-Norm and batchnorm.

`essence` takes away what does not matter; `is_slip` tells a typing slip from another word.
"""

import re
import unicodedata

GREEK = (
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"),
    *("iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi"),
    *("rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
)
SIGNS = (
    *("<=", ">=", "!=", "->", "->", "~", "-", "-", "*", "*", "*", "/", "/", "/"),
    *("sqrt", "inf", "sum", "prod", "partial", "||", "epsilon", "phi", "theta", "sigma"),
)
SPELLED = dict(zip("αβγδεζηθικλμνξοπρστυφχψω≤≥≠→⇒≈−–×·⋅÷⁄∕√∞∑∏∂‖ϵϕϑς", GREEK + SIGNS, strict=True))
"""Signs that few keyboards have, as they are typed instead."""
COMMANDS = {
    **dict.fromkeys(("le", "leq", "leqslant"), "<="),
    **dict.fromkeys(("ge", "geq", "geqslant"), ">="),
    **dict.fromkeys(("ne", "neq"), "!="),
    **dict.fromkeys(("to", "rightarrow", "Rightarrow"), "->"),
    **dict.fromkeys(("times", "cdot"), "*"),
    **dict.fromkeys(("infty", "infinity"), "inf"),
    **dict.fromkeys(("lVert", "rVert", "Vert"), "||"),
    **dict.fromkeys(("mathrm", "mathbf", "mathit", "mathcal", "mathbb", "text", "textbf"), ""),
    **dict.fromkeys(("operatorname", "boldsymbol", "displaystyle", "left", "right", "quad"), ""),
    "approx": "~",
    "varepsilon": "epsilon",
    "varphi": "phi",
}
"""LaTeX commands that are not simply typed as their name."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ", "0123456789-+n")
SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹⁻⁺ⁿ]+")
FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
ROOT = re.compile(r"\\sqrt\s*\{([^{}]*)\}")
SCRIPT = re.compile(r"([\^_])\s*\{([^{}]*)\}")
COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
SOFT_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=\w)|(?<=\w)-(?=[^\W\d_]{2})|(?<=[^\W\d_]\d)-(?=\w)")
LONE_BRACKETS = re.compile(r"(?:(?<=[\^/])|(?<=sqrt))\((-?\w+)\)|(?<![\w)])\((\w+)\)(?=/)")
ENDS = " \t\n.,;:!?。，；：！？、…\"'“”‘’「」『』《》`*$"
WORD = re.compile(r"[a-z]+")

OPPOSITES = (
    {"micro", "macro"},
    {"intra", "inter", "intro"},
    {"maxi", "mini"},
    {"hyper", "hypo"},
    {"pre", "pro"},
    {"under", "over"},
    {"inc", "dec"},
    {"homo", "hetero"},
)
"""Beginnings that differ by a letter or two and turn a word into another."""


def essence(text: str) -> str:
    """The wording without case, width, spaces, LaTeX dress and punctuation at the ends."""
    return re.sub(r"[\s_{}]+", "", _words(text))


def is_slip(typed: str, accepted: str) -> bool:
    """Whether `typed` is `accepted` but for a letter or two in its longer Latin words.

    One slip in a word of six letters or more, two from twelve. The first letter, short words,
    digits and signs must be right, and a beginning that makes another word (intra-, inter-) too.
    """
    ours, theirs = (_words(text).strip() for text in (typed, accepted))
    if WORD.sub("w", ours).replace(" ", "") != WORD.sub("w", theirs).replace(" ", ""):
        return False
    pairs = list(zip(WORD.findall(ours), WORD.findall(theirs), strict=True))
    return all(_is_slip_of_word(a, b) for a, b in pairs)


def distance(a: str, b: str, most: int) -> int:
    """Letters to insert, drop, change, or swap with their neighbour; above `most`, `most + 1`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return min(row[-1], most + 1)


def _words(text: str) -> str:
    """The wording in plain characters and lower case, with its spaces."""
    text = SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(SUPERSCRIPTS), text)
    text = _without_latex(unicodedata.normalize("NFKC", text)).strip(ENDS)
    text = "".join(SPELLED.get(char, char) for char in text.casefold()).replace("**", "^")
    text = SOFT_HYPHEN.sub(" ", text)
    text = re.sub(r"(?<=\d)x(?=\d)|\s+x\s+", "*", text)  # 3x3 is 3*3
    text = re.sub(r"(?<=[\w)])\s*\*\s*(?=[^\W\d])", "", text)  # 2*x is 2x
    text = re.sub(r"\s*([-+*/^=<>~|,()])\s*", r"\1", text)
    text = LONE_BRACKETS.sub(lambda found: found[1] or found[2], text)
    return text.removeprefix("the ").strip(ENDS)


def _without_latex(text: str) -> str:
    text = re.sub(r"\\[,;:!> ]", " ", text).replace("$", "")
    while (plain := FRACTION.sub(_over, ROOT.sub(r"sqrt(\1)", text))) != text:
        text = plain
    text = SCRIPT.sub(lambda found: found[1] + _bracketed(found[2]), text)
    return COMMAND.sub(lambda found: COMMANDS.get(found[1], found[1]), text).replace("\\", "")


def _over(fraction: re.Match[str]) -> str:
    return f"{_bracketed(fraction[1])}/{_bracketed(fraction[2])}"


def _bracketed(part: str) -> str:
    """With brackets if it has an operator, other than inside brackets of its own."""
    outside = re.sub(r"\([^()]*\)", "", part.strip())
    return f"({part})" if re.search(r"[-+*/ ]", outside) else part


def _is_slip_of_word(typed: str, accepted: str) -> bool:
    if typed == accepted:
        return True
    allowed = len(accepted) // 6
    if not allowed or typed[:1] != accepted[:1]:
        return False
    allowed = min(allowed, 2)
    for family in OPPOSITES:
        begun = [next((b for b in family if w.startswith(b)), "") for w in (typed, accepted)]
        if begun[0] != begun[1] and all(begun):
            return False
    return distance(typed, accepted, allowed) <= allowed
