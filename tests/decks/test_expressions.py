"""Numeric cards: what is drawn fits, and the texts show it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.decks.arithmetic import ExpressionError
from quizml.decks.expressions import draw, fill, fitting, rounded, sample, written
from quizml.model.cards import Numeric, Tolerance
from quizml.model.heads import CardId, Head, Kind
from quizml.model.text import Text


def numeric(**fields: object) -> Numeric:
    head = Head(id=CardId("d/x"), deck="d", note="d/x", position=0, kind=Kind.NUMERIC, topic="x")
    given: dict = {
        "question": Text("{n}", "{n}"),
        "variables": (("n", (1, 2, 3)),),
        "where": "true",
        "answer": "n",
    }
    return Numeric(head=head, **(given | fields))


@given(st.integers())
def test_every_draw_fits_and_is_told_alike_in_both_languages(seed: int) -> None:
    card = numeric(
        variables=(("n", (28, 32)), ("k", (1, 3, 5, 40)), ("m", "n - k")),
        where="m >= 0",
        answer="m + 1",
        explanation=Text("{n} - {k} + 1 = {answer}", "$x = {{n}} - {{k}} + 1 = {{answer}}$"),
    )
    drawn = draw(card, random.Random(seed))
    n, k = drawn.values["n"], drawn.values["k"]
    assert k <= n
    assert drawn.answer == n - k + 1 == drawn.values["m"] + 1
    assert drawn.question.en == drawn.question.zh == str(n)
    assert drawn.explanation.en == f"{n} - {k} + 1 = {drawn.answer}"
    assert drawn.explanation.zh == f"$x = {{{n}}} - {{{k}}} + 1 = {{{drawn.answer}}}$"


def test_the_same_dice_give_the_same_numbers() -> None:
    card = numeric(variables=(("n", tuple(range(1000))),))
    assert draw(card, random.Random(7)) == draw(card, random.Random(7))


def test_a_rare_combination_is_found() -> None:
    values = tuple(range(200))
    card = numeric(variables=(("n", values), ("k", values)), where="n == k == 7", answer="n * k")
    assert draw(card, random.Random(0)).answer == 49


def test_where_may_rule_out_numbers_that_a_derived_value_does_not_exist_for() -> None:
    card = numeric(
        variables=(("n", (0, 4)), ("half", "1 / n")), where="n > 0 and half < 1", answer="half"
    )
    assert [scope["n"] for scope in fitting(card)] == [4]


def test_a_card_that_nothing_fits_says_so() -> None:
    with pytest.raises(ExpressionError, match="never true"):
        draw(numeric(where="n > 3"), random.Random(0))


def test_a_sample_is_all_or_evenly_many() -> None:
    few = numeric()
    many = numeric(variables=(("n", tuple(range(1000))), ("k", tuple(range(1000)))))
    assert [scope["n"] for scope in sample(few, 100)] == [1, 2, 3]
    assert len(list(sample(many, 100))) == 100


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{n} and {n*2} and {x:.2f}", "28 and 56 and 9.33"),
        (r"$\frac{{n}}{{k}}$", r"$\frac{28}{3}$"),
        (r"$$x_{n} = {{n}}$$", r"$$x_{n} = {28}$$"),
        ("{big:,} {share:.1%}", "1,234,567 12.5%"),
        ("${{share:.1%}}$ ${{small:.1e}}$", r"${12.5\%}$ ${1.2 \times 10^{-5}}$"),
        (r"a set \{1, 2\} of {k}", r"a set \{1, 2\} of 3"),
        ("`Conv2d({n}, {k})`", "`Conv2d(28, 3)`"),
        ("{x} {whole} {small}", "9.33333 2 1.23e-05"),
    ],
)
def test_numbers_stand_in_prose_and_in_formulas(text: str, shown: str) -> None:
    scope = {
        "n": 28, "k": 3, "x": 28 / 3, "whole": 2.0, "small": 1.23e-05,
        "big": 1234567, "share": 0.125,
    }  # fmt: skip
    assert fill(text, scope) == shown


@pytest.mark.parametrize("text", ["{n:>9999999}", "{n!r}", "{}", "{0, 1}", "{n:x}", "{n.real}"])
def test_a_slot_that_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        fill(text, {"n": 1})


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9))
def test_a_number_is_written_so_that_it_reads_back(value: float) -> None:
    assert float(written(value)) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("value", "tolerance", "shown"),
    [
        (1118818, Tolerance(), "1,118,818"),
        (0.7, Tolerance(0.001), "0.700"),
        (145.109, Tolerance(0.05), "145.1"),
        (0.607663, Tolerance(0.0006), "0.608"),
        (12.34, Tolerance(0.5), "12"),
        (1234.5678, Tolerance(0.01, relative=True), "1,235"),
        (0.000123456, Tolerance(0.01, relative=True), "0.0001235"),
        (0.125, Tolerance(), "0.125"),
        (4.0, Tolerance(0.005), "4"),
    ],
)
def test_an_answer_is_shown_as_exactly_as_it_was_asked(value, tolerance, shown) -> None:
    assert rounded(value, tolerance) == shown
