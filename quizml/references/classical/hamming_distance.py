"""Hamming distance of texts, lists or binary codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator

    Code = int | str | list[int]


def hamming_distance(a: int | str | list[int], b: int | str | list[int]) -> int:
    """How many places differ; -1 where the lengths differ, for then it is not defined.

    Two texts or two lists are compared place by place. Two integers of at least 0 are compared
    bit by bit: the ones of a XOR b. O(n). Source: Hamming 1950,
    doi:10.1002/j.1538-7305.1950.tb00463.x.

    >>> hamming_distance("karolin", "kathrin"), hamming_distance(0b1011101, 0b1001001)
    (3, 2)
    """
    if isinstance(a, int) and isinstance(b, int):
        return (a ^ b).bit_count()
    if isinstance(a, int) or isinstance(b, int) or len(a) != len(b):
        return -1
    return sum(one != other for one, other in zip(a, b, strict=True))


def _text(rng: Generator, length: int, letters: str = "abcd") -> str:
    return "".join(letters[int(i)] for i in rng.integers(0, len(letters), length))


def _texts(rng: Generator, size: int) -> Arguments:
    length = 3 * size + int(rng.integers(1, 4))
    return {"a": _text(rng, length), "b": _text(rng, length)}


def _bits(rng: Generator, size: int) -> Arguments:
    length = 3 * size + int(rng.integers(1, 4))
    return {"a": _text(rng, length, "01"), "b": _text(rng, length, "01")}


def _integers(rng: Generator, size: int) -> Arguments:
    top = 2 ** (4 * size)
    return {"a": int(rng.integers(top, 2 * top)), "b": int(rng.integers(0, top))}


def _lists(rng: Generator, size: int) -> Arguments:
    length = 2 * size + int(rng.integers(1, 4))
    return {"a": rng.integers(0, 14, length).tolist(), "b": rng.integers(0, 14, length).tolist()}


def _shifted(rng: Generator, size: int) -> Arguments:
    """A step of one place: little to edit, nearly all places differ."""
    text = "abc" * (size + 1) + _text(rng, 2)
    return {"a": text, "b": text[1:] + text[0]}


def _empty(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"a": "", "b": ""} if rng.random() < 0.5 else {"a": [], "b": []}


def _equal(rng: Generator, size: int) -> Arguments:
    text = _text(rng, size + 2)
    return {"a": text, "b": text}


def _lengths_differ(rng: Generator, size: int) -> Arguments:
    text = _text(rng, size + 3)
    more = text + _text(rng, int(rng.integers(1, 3)))
    return {"a": text, "b": more} if rng.random() < 0.5 else {"a": more, "b": text}


def _zero(rng: Generator, size: int) -> Arguments:
    return {"a": 0, "b": int(rng.integers(1, 2 ** (6 * size)))}


def _wide(rng: Generator, size: int) -> Arguments:
    """Up to 62 bits."""
    top = 2 ** (12 + 12 * size)
    return {"a": int(rng.integers(top)) + 3 * top, "b": int(rng.integers(top)) + 2**40}


def _cases_and_scripts(rng: Generator, size: int) -> Arguments:
    return {"a": _text(rng, size + 4, "aA猫犬é"), "b": _text(rng, size + 4, "aA猫犬é")}


def _long(rng: Generator, size: int) -> Arguments:
    length = 5000 * size
    return {"a": _text(rng, length), "b": _text(rng, length)}


def _equal_places(a: Any, b: Any) -> int:
    found = hamming_distance(a, b)
    if found < 0:
        return found
    return (max(a, b).bit_length() if isinstance(a, int) else len(a)) - found


def _shorter(a: Any, b: Any) -> int:
    return hamming_distance(a, b) if isinstance(a, int) else sum(map(lambda p, q: p != q, a, b))


def _rest_differs(a: Any, b: Any) -> int:
    found = _shorter(a, b)
    return found if isinstance(a, int) else found + abs(len(a) - len(b))


def _bits_of_difference(a: Any, b: Any) -> int:
    return abs(a - b).bit_count() if isinstance(a, int) else hamming_distance(a, b)


HIDDEN = Hidden(
    Exercise(
        name="hamming_distance",
        summary="In how many places two texts, two lists or two binary codes differ.",
        parameters=(
            Parameter("a", "a text, a list of integers, or an integer from 0 to 2**62"),
            Parameter("b", "another of the same type"),
        ),
        returns="the number of places that differ, an int; -1 where the lengths differ",
        kind=Returns.PLAIN,
        conventions=(
            "Integers are compared bit by bit, as if the shorter had zeros in front.",
            "Texts and lists are compared place by place; letters must be exactly the same.",
            "For texts or lists of different lengths the distance is not defined: return -1.",
        ),
        example=(
            ("hamming_distance('karolin', 'kathrin')", "3"),
            ("hamming_distance(0b1011101, 0b1001001)", "2"),
        ),
    ),
    hamming_distance,
    (
        Family(Category.BASIC, "texts", _texts, 4),
        Family(Category.BASIC, "texts of bits", _bits, 3),
        Family(Category.BASIC, "integers", _integers, 4),
        Family(Category.BASIC, "lists", _lists, 3),
        Family(Category.BASIC, "a step of one place", _shifted),
        Family(Category.EDGE, "nothing in either", _empty, 1),
        Family(Category.EDGE, "the same twice", _equal),
        Family(Category.EDGE, "different lengths", _lengths_differ, 3),
        Family(Category.EDGE, "0 and another integer", _zero),
        Family(Category.EDGE, "many bits", _wide),
        Family(Category.EDGE, "capitals and other scripts", _cases_and_scripts),
        Family(Category.LARGE, "long texts", _long, 1),
    ),
    (
        Suspect("the equal places are counted", _equal_places),
        Suspect("the rest of the longer one is passed over; it is not defined then", _shorter),
        Suspect("the rest of the longer one counts as different", _rest_differs),
        Suspect("the ones of |a - b| instead of a XOR b", _bits_of_difference),
    ),
)
