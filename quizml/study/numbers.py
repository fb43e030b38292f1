"""Numbers as people type them: 1/3, 0.333, 1e6, 1,000,000, 1 000 000, 25%, −3, 2^10, ３．５."""

import re
import unicodedata
from enum import StrEnum
from fractions import Fraction

MAX_LENGTH = 100
MAX_EXPONENT = 400
"""Beyond the largest float; a larger one would only cost time and memory."""


class Unclear(StrEnum):
    """Why a typed text cannot be marked; the learner may type again."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    DECIMAL_COMMA = "decimal-comma"
    """`0,5`: to be written 0.5."""
    GROUPING = "grouping"
    """`10,00,000` or `12 34`: separators stand before every three digits, or not at all."""
    DIVISION_BY_ZERO = "division-by-zero"
    TOO_LARGE = "too-large"


class _NotClear(Exception):
    def __init__(self, why: Unclear) -> None:
        self.why = why


MINUSES = "\u2212\u2010\u2011\u2012\u2013\u2014\ufe63"
SIGNS = str.maketrans({
    **dict.fromkeys(MINUSES, "-"),
    **dict.fromkeys("\u3002\uff61", "."),  # the full stop of a Chinese keyboard
    **dict.fromkeys("\u00f7\u2044\u2215", "/"),
    **dict.fromkeys("\u00d7\u22c5\u00b7", "*"),
})  # fmt: skip
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUPERSCRIPT = re.compile("[⁻⁺]?[⁰¹²³⁴-⁹]+")

PLAIN = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?"
COMMAS = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?"
SPACES = r"[1-9][0-9]{0,2}(?:[ _][0-9]{3})+(?:\.[0-9]*)?"
NUMBER = rf"[+-]?\s*(?:{COMMAS}|{SPACES}|{PLAIN})"
POWER = rf"(?P<base>{NUMBER})\s*(?:\^|\*\*)\s*(?P<exponent>\(?\s*{NUMBER}\s*\)?)"
SCIENTIFIC = rf"(?P<scale>{NUMBER})\s*[*x]\s*{POWER.replace(NUMBER, '10', 1)}"
FRACTION = rf"(?P<over>{NUMBER})\s*/\s*(?P<under>{NUMBER})"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"(?P<plain>{NUMBER})", SCIENTIFIC, POWER, FRACTION)
)
DECIMAL_COMMA = re.compile(r"[+-]?(?:0*,[0-9]+|[0-9]+,[0-9]{0,2})")
GROUPED = re.compile(r"[+-]?[0-9][0-9,._ ]*[0-9]")


def number(typed: str) -> Fraction | Unclear:
    """The exact value of what was typed, or why it has none. A percentage is a share of one."""
    text = _halfwidth(typed).strip().strip("$").strip()
    if not text:
        return Unclear.EMPTY
    if len(text) > MAX_LENGTH:
        return Unclear.NOT_A_NUMBER
    text = re.sub(r"^[=≈~]\s*", "", text)
    share = text.endswith("%")
    try:
        value = _value(text.removesuffix("%").rstrip())
    except _NotClear as unclear:
        return unclear.why
    return value / 100 if share else value


def _halfwidth(typed: str) -> str:
    """Full-width forms and wide spaces made plain; other compatibility characters left alone.

    NFKC as a whole would make 21/2 of 2½ and 102 of 10².
    """
    plain = "".join(
        unicodedata.normalize("NFKC", char)
        if unicodedata.decomposition(char).startswith(("<wide>", "<noBreak>", "<compat> 0020"))
        else char
        for char in typed
    )
    raised = SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(SUPERSCRIPTS), plain)
    return raised.translate(SIGNS)


def _value(text: str) -> Fraction:
    for form in FORMS:
        if found := form.fullmatch(text):
            return _reckoned(found.groupdict())
    bare = text.replace(" ,", ",")
    if DECIMAL_COMMA.fullmatch(bare):
        raise _NotClear(Unclear.DECIMAL_COMMA)
    raise _NotClear(Unclear.GROUPING if GROUPED.fullmatch(bare) else Unclear.NOT_A_NUMBER)


def _reckoned(parts: dict[str, str | None]) -> Fraction:
    match parts:
        case {"plain": str(plain)}:
            return _plain(plain)
        case {"over": str(over), "under": str(under)}:
            below = _plain(under)
            if not below:
                raise _NotClear(Unclear.DIVISION_BY_ZERO)
            return _plain(over) / below
        case {"exponent": str(exponent)}:
            scale, base = parts.get("scale"), parts.get("base") or "10"
            sign = -1 if base.startswith("-") else 1  # -2^2 is -4, as in mathematics
            value = sign * _power(_plain(base.lstrip("+-")), _plain(exponent.strip("() ")))
            return _plain(scale) * value if scale else value
    raise _NotClear(Unclear.NOT_A_NUMBER)


def _plain(text: str) -> Fraction:
    digits = re.sub(r"[\s,_]", "", text)
    _, _, exponent = digits.lower().partition("e")
    if exponent and abs(int(exponent)) > MAX_EXPONENT:
        raise _NotClear(Unclear.TOO_LARGE)
    return Fraction(digits)


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    """Exact for whole exponents, so that 2^64 is what it is."""
    if not base and exponent < 0:
        raise _NotClear(Unclear.DIVISION_BY_ZERO)
    try:
        rough = float(base) ** float(exponent)
    except OverflowError:
        raise _NotClear(Unclear.TOO_LARGE) from None
    if isinstance(rough, complex):
        raise _NotClear(Unclear.NOT_A_NUMBER)
    if exponent.denominator > 1 or abs(exponent) > 10 * MAX_EXPONENT:
        return Fraction(rough)
    return base**exponent.numerator
