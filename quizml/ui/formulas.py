"""LaTeX -> rows of text, and what is wrong with a formula that has none."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Rows:
    """A formula laid out: lines without trailing blanks, and how many columns they take."""

    lines: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class FormulaError:
    """A formula that cannot be laid out; its source is shown instead."""

    tex: str
    message: str


@lru_cache(maxsize=1024)
def rows(tex: str, *, inline: bool = False, width: int = 0) -> Rows | FormulaError:
    """The formula's rows; wider than `width` (if given), it is broken at relations or operators.

    `inline` sets it for a line of text: limits beside their operator, scripts that have no small
    glyphs written out (`W_Q`, `ℝ^(n×d)`). It may still need several rows, if it holds a fraction.
    """
    from quizml.ui.latex import NotLaidOut  # noqa: PLC0415 - texicode is loaded
    from quizml.ui.layout import laid  # noqa: PLC0415 - by the first formula

    try:
        return laid(tex, inline=inline, width=width)
    except NotLaidOut as error:
        return FormulaError(tex, str(error))
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError) as error:
        # texicode signals trouble in all these ways; a formula must never end a session
        return FormulaError(tex, f"cannot be laid out: {error!r}")


def fault(tex: str, *, inline: bool, width: int = 80) -> str | None:
    """What a deck writer should mend, or None."""
    laid = rows(tex, inline=inline)
    if isinstance(laid, FormulaError):
        return laid.message
    if inline and len(laid.lines) > 1:
        return f"takes {len(laid.lines)} rows; in a line of text it must take one: use $$…$$"
    if laid.width > width:
        return f"is {laid.width} columns wide, {width} fit"
    return None


def warm() -> None:
    """Load what formulas need, while the learner reads: 20 ms that no later card has to wait."""
    rows(r"\frac{x}{2}")
