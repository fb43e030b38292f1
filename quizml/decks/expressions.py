"""Numeric cards: fresh numbers, the answer, and the texts with the numbers in them."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from math import ceil, isfinite, log10, prod

from quizml.decks.arithmetic import Expression, ExpressionError, Value, expression
from quizml.decks.markup import spans
from quizml.model.cards import Numeric, Tolerance
from quizml.model.text import Text

TRIES = 2_000
MOST_COMBINATIONS = 50_000
FORMAT = re.compile(r"\+?,?(\.[0-9]{1,2})?[defg%]?")

_PROSE_SLOT = re.compile(r"(?<!\\)\{\{([^{}]*)\}\}|(?<!\\)\{([^{}]*)\}")
_MATH_SLOT = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a text that a number takes."""

    what: Expression
    format: str
    math: bool
    start: int

    def filled(self, scope: Mapping[str, Value]) -> str:
        """The number, as it reads here."""
        shown = written(self.what.evaluate(scope), self.format)
        return f"{{{_latex(shown)}}}" if self.math else shown


@dataclass(frozen=True, slots=True)
class Drawn:
    """One showing of a numeric card."""

    values: Mapping[str, Value]
    answer: Value
    question: Text
    explanation: Text


class Scope(dict[str, Value]):
    """Drawn values; derived ones are computed when they are asked for.

    So `where` can rule out numbers for which a derived value would not exist.
    """

    def __init__(self, drawn: Mapping[str, Value], derived: Mapping[str, str]) -> None:
        super().__init__(drawn)
        self._derived = derived

    def __missing__(self, name: str) -> Value:
        if name not in self._derived:
            raise ExpressionError(f"unknown variable {name!r}")
        value = self[name] = expression(self._derived[name]).evaluate(self)
        return value

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in self._derived

    def complete(self) -> None:
        """Compute every derived value."""
        for name in self._derived:
            self[name]


def draw(card: Numeric, rng: random.Random) -> Drawn:
    """The card with numbers drawn by `rng`, all that `where` allows equally likely."""
    for _ in range(TRIES):
        scope = _scope(card, {name: rng.choice(values) for name, values in _free(card).items()})
        if _allowed(card, scope):
            return drawn(card, scope)
    return drawn(card, rng.choice(list(islice(fitting(card), MOST_COMBINATIONS))))


def drawn(card: Numeric, scope: Scope) -> Drawn:
    """The card with these numbers; raises ExpressionError where they give no finite answer."""
    scope.complete()
    answer = expression(card.answer).evaluate(scope)
    if isinstance(answer, bool) or not isfinite(answer):
        raise ExpressionError(f"{card.answer!r} is {answer}, not a finite number")
    told = {**scope, "answer": answer}
    question, explanation = filled(card.question, told), filled(card.explanation, told)
    return Drawn(dict(scope), answer, question, explanation)


def fitting(card: Numeric) -> Iterator[Scope]:
    """Every combination that `where` allows, in order; raises ExpressionError if there is none."""
    free = _free(card)
    found = False
    for chosen in islice(product(*free.values()), MOST_COMBINATIONS):
        scope = _scope(card, dict(zip(free, chosen, strict=True)))
        if _allowed(card, scope):
            found = True
            yield scope
    if not found:
        raise ExpressionError(f"`where` is never true: {card.where!r}")


def sample(card: Numeric, limit: int) -> Iterator[Scope]:
    """Up to `limit` combinations that `where` allows: all if they are few, else spread evenly."""
    if combinations(card) <= limit:
        yield from fitting(card)
        return
    rng = random.Random(card.answer)
    found = 0
    for _ in range(10 * limit):
        scope = _scope(card, {name: rng.choice(values) for name, values in _free(card).items()})
        if _allowed(card, scope):
            found += 1
            yield scope
        if found == limit:
            return
    if not found:
        yield from islice(fitting(card), limit)


def combinations(card: Numeric) -> int:
    """How many draws there are, before `where`."""
    return prod(len(values) for values in _free(card).values())


def _free(card: Numeric) -> dict[str, tuple[float, ...]]:
    return {name: values for name, values in card.variables if isinstance(values, tuple)}


def _scope(card: Numeric, chosen: Mapping[str, Value]) -> Scope:
    return Scope(chosen, {name: how for name, how in card.variables if isinstance(how, str)})


def _allowed(card: Numeric, scope: Scope) -> bool:
    return bool(expression(card.where).evaluate(scope))


def filled(text: Text, scope: Mapping[str, Value]) -> Text:
    """Both languages with their numbers."""
    return Text(fill(text.en, scope), fill(text.zh, scope))


def fill(text: str, scope: Mapping[str, Value]) -> str:
    """One text with its numbers."""
    return "".join(p if isinstance(p, str) else p.filled(scope) for p in template(text))


@lru_cache(maxsize=512)
def template(text: str) -> tuple[str | Slot, ...]:
    r"""A text with its slots: `{n}` in prose, `{{n}}` in formulas; `\{` is a brace.

    Raises ExpressionError, its offset counted in `text`.
    """
    pieces: list[str | Slot] = []
    for span in spans(text):
        at = 0
        for match in (_MATH_SLOT if span.math else _PROSE_SLOT).finditer(span.text):
            pieces.append(span.text[at : match.start()])
            at = match.end()
            pieces.append(_slot(match, span.start + match.start(), span.math))
        pieces.append(span.text[at:])
    return tuple(piece for piece in pieces if piece != "")


def _slot(match: re.Match[str], start: int, math: bool) -> Slot:
    source, _, form = (match[1] if match[1] is not None else match[2]).partition(":")
    if not FORMAT.fullmatch(form):
        forms = "formats are like `,` `.3f` `.2e` `,.1f` `.1%`"
        raise ExpressionError(f"unknown number format {form!r} in {match[0]!r}", forms, start)
    try:
        return Slot(expression(source), form, math, start)
    except ExpressionError as error:
        hint = r"a brace that is just a brace is written \{"
        raise ExpressionError(f"{match[0]!r}: {error.message}", hint, start) from None


def written(value: Value, form: str = "") -> str:
    """A number as a learner reads it: at most six digits that matter, no needless exponent."""
    if form:
        if form[-1] == "d" and isinstance(value, float):
            raise ExpressionError(f"format {form!r} is for whole numbers, not {value}")
        return format(value, form)
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    short = f"{value:.6g}"
    return repr(float(short)) if 1e-4 <= abs(value) < 1e15 else short


def rounded(value: Value, tolerance: Tolerance) -> str:
    """An answer as exactly as it was asked: to the decimals that the tolerance leaves open."""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    if tolerance.relative or not tolerance.amount:
        return f"{value:,.4g}" if tolerance.amount else written(value)
    decimals = max(0, ceil(-log10(tolerance.amount) - log10(2)))
    return f"{value:,.{decimals}f}"


def _latex(shown: str) -> str:
    mantissa, exponent, power = shown.partition("e")
    if exponent:
        shown = rf"{mantissa} \times 10^{{{int(power)}}}"
    return shown.replace("%", r"\%")
