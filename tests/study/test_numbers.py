"""Numbers as people type them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.study.numbers import Unclear, number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1/3", Fraction(1, 3)),
        ("1 / 3", Fraction(1, 3)),
        ("-1/-3", Fraction(1, 3)),
        ("1,000/3", Fraction(1000, 3)),
        ("0.333", Fraction(333, 1000)),
        (".5", Fraction(1, 2)),
        ("5.", 5),
        ("1e6", 10**6),
        ("1E-3", Fraction(1, 1000)),
        ("1,000,000", 10**6),
        ("1 000 000", 10**6),
        ("1\u00a0000\u202f000", 10**6),  # no-break spaces
        ("1_000", 1000),
        ("1,234.5", Fraction(2469, 2)),
        ("３．５", Fraction(7, 2)),
        ("１／３", Fraction(1, 3)),
        ("１，０００", 1000),
        ("3。5", Fraction(7, 2)),  # a Chinese keyboard's full stop
        ("25%", Fraction(1, 4)),
        ("25 ％", Fraction(1, 4)),
        ("-3", -3),
        ("− 3", -3),
        ("+4", 4),
        ("2^10", 1024),
        ("2**10", 1024),
        ("2^-1", Fraction(1, 2)),
        ("2^(-1)", Fraction(1, 2)),
        ("-2^2", -4),
        ("2^64", 2**64),
        ("10⁶", 10**6),
        ("10⁻³", Fraction(1, 1000)),
        ("1.5×10^6", 1_500_000),
        ("1.5 x 10^6", 1_500_000),
        ("3*10**5", 300_000),
        ("-3·10^5", -300_000),
        ("$28$", 28),
        ("= 28", 28),
        ("≈0.5", Fraction(1, 2)),
        ("007", 7),
    ],
)
def test_a_number_is_read_exactly(typed: str, value: Fraction) -> None:
    assert number(typed) == value


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Unclear.EMPTY),
        ("  ", Unclear.EMPTY),
        ("$$", Unclear.EMPTY),
        ("0,5", Unclear.DECIMAL_COMMA),
        ("1,00", Unclear.DECIMAL_COMMA),
        ("-3,14", Unclear.DECIMAL_COMMA),
        ("0,500", Unclear.DECIMAL_COMMA),
        ("1,0000", Unclear.GROUPING),
        ("10,00,000", Unclear.GROUPING),
        ("1.000.000", Unclear.GROUPING),
        ("12 34", Unclear.GROUPING),
        ("1,,000", Unclear.GROUPING),
        ("1/0", Unclear.DIVISION_BY_ZERO),
        ("0^-1", Unclear.DIVISION_BY_ZERO),
        ("9^999", Unclear.TOO_LARGE),
        ("1e999999999", Unclear.TOO_LARGE),
        ("2^1e9", Unclear.TOO_LARGE),
        ("1.5k", Unclear.NOT_A_NUMBER),
        ("12 px", Unclear.NOT_A_NUMBER),
        ("abc", Unclear.NOT_A_NUMBER),
        ("nan", Unclear.NOT_A_NUMBER),
        ("inf", Unclear.NOT_A_NUMBER),
        ("--3", Unclear.NOT_A_NUMBER),
        ("1e", Unclear.NOT_A_NUMBER),
        ("9^9^9", Unclear.NOT_A_NUMBER),
        ("(-8)^0.5", Unclear.NOT_A_NUMBER),
        ("2½", Unclear.NOT_A_NUMBER),  # not 21/2
        ("10₂", Unclear.NOT_A_NUMBER),  # not 102
        ("٣", Unclear.NOT_A_NUMBER),
        ("9" * 101, Unclear.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, why: Unclear) -> None:
    assert number(typed) is why


@given(st.integers())
def test_whole_numbers_are_read_with_and_without_separators(value: int) -> None:
    for typed in (f"{value}", f"{value:,}", f"{value:,}".replace(",", " "), f"{value:_}"):
        assert number(typed) == (value if len(typed) <= 100 else Unclear.NOT_A_NUMBER)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_read_as_they_are_printed(value: float) -> None:
    assert number(repr(value)) == Fraction(repr(value))


@given(st.text(max_size=30) | st.text("0123456789.,/^e%*- x", max_size=30))
def test_anything_typed_is_a_number_or_says_why_not(typed: str) -> None:
    assert isinstance(number(typed), Fraction | Unclear)
