"""Ordinal encoding of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator


def ordinal_encode(values: list[Any], categories: list[Any] | None = None) -> list[int]:
    """Each value's place among the categories, from 0; -1 for a value that is none of them.

    The order of `categories` is kept: it is the order that the codes are to follow. Where it is
    None the categories are the different values, sorted. O(n + K) with a table of the places.
    Source: scikit-learn's OrdinalEncoder (handle_unknown="use_encoded_value", unknown_value=-1).

    >>> ordinal_encode(["high", "low", "none"], ["low", "middle", "high"])
    [2, 0, -1]
    """
    order = sorted(set(values)) if categories is None else categories
    place = {category: index for index, category in enumerate(order)}
    return [place.get(value, -1) for value in values]


def _levels(rng: Generator, count: int) -> list[str]:
    """Levels whose order is not that of the alphabet."""
    scales = [
        ["low", "middle", "high", "huge", "extreme"],
        ["S", "M", "L", "XL", "XXL"],
        ["primary", "secondary", "bachelor", "master", "doctor"],
        ["poor", "fair", "good", "excellent", "best"],
    ]
    return scales[int(rng.integers(0, 4))][:count]


def _from(rng: Generator, levels: list[Any], n: int) -> list[Any]:
    return [levels[int(i)] for i in rng.integers(0, len(levels), n)]


def _ordered(rng: Generator, size: int) -> Arguments:
    levels = _levels(rng, int(rng.integers(3, 6)))
    return {"values": [*_from(rng, levels, size + 3), levels[0]], "categories": levels}


def _numbers(rng: Generator, size: int) -> Arguments:
    """Falling, so that the codes run against the numbers."""
    levels = sorted(rng.choice(60, 4, replace=False).tolist(), reverse=True)
    return {"values": [levels[0], *_from(rng, levels, size + 3)], "categories": levels}


def _unsaid(rng: Generator, size: int) -> Arguments:
    return {"values": _from(rng, rng.permutation(_levels(rng, 5)).tolist(), size + 3)}


def _unsaid_numbers(rng: Generator, size: int) -> Arguments:
    """Sorted as numbers: 9 comes before 10."""
    return {"values": [10, *rng.integers(-20, 120, size + 3).tolist(), 9]}


def _unknown(rng: Generator, size: int) -> Arguments:
    levels = _levels(rng, 5)
    gone = levels.pop(int(rng.integers(0, 5)))
    values = _from(rng, levels, size + 2)
    values.insert(int(rng.integers(0, size + 2)), gone)
    return {"values": values, "categories": levels}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": [], "categories": _levels(rng, 3)} if rng.random() < 0.5 else {"values": []}


def _absent_levels(rng: Generator, size: int) -> Arguments:
    """Levels that no value has still count."""
    levels = _levels(rng, 5)
    return {"values": _from(rng, levels[3:], size + 1), "categories": levels}


def _capitals(rng: Generator, size: int) -> Arguments:
    levels = _levels(rng, 4)
    values = [*_from(rng, levels, size + 1), levels[0].swapcase(), f" {levels[1]}"]
    return {"values": values, "categories": levels}


def _no_categories(rng: Generator, size: int) -> Arguments:
    """An empty list is not None: every value is unknown."""
    return {"values": _from(rng, _levels(rng, 4), size + 1), "categories": []}


def _many(rng: Generator, size: int) -> Arguments:
    levels = [f"level {i}" for i in rng.permutation(100)]
    return {"values": _from(rng, levels, 1500 * size), "categories": levels}


def _sorted(values: Any, categories: Any = None) -> list[int]:
    return ordinal_encode(values, None if categories is None else sorted(categories))


def _from_one(values: Any, categories: Any = None) -> list[int]:
    return [code + 1 if code >= 0 else code for code in ordinal_encode(values, categories)]


def _by_appearance(values: Any, categories: Any = None) -> list[int]:  # noqa: ARG001
    return ordinal_encode(values, list(dict.fromkeys(values)))


def _last_for_unknown(values: Any, categories: Any = None) -> list[int]:
    known = len(set(values) if categories is None else categories)
    return [code if code >= 0 else known for code in ordinal_encode(values, categories)]


HIDDEN = Hidden(
    Exercise(
        name="ordinal_encode",
        summary="Integer codes for categories, in the order that they are given.",
        parameters=(
            Parameter("values", "list of n texts, or of n integers"),
            Parameter("categories", "list of K different ones, in order; or None", "None"),
        ),
        returns="list of n ints: each value's place among the categories, from 0",
        kind=Returns.PLAIN,
        conventions=(
            "The codes follow the order of `categories`, which need not be alphabetical.",
            "A value that is not among them gets -1; texts must be exactly the same.",
            "Where categories is None, they are the different values, sorted in rising order.",
            "An empty list of categories is not None: then every value gets -1.",
        ),
        example=(
            ("ordinal_encode(['high', 'low', 'none'], ['low', 'middle', 'high'])", "[2, 0, -1]"),
            ("ordinal_encode([30, 10, 30])", "[1, 0, 1]"),
        ),
    ),
    ordinal_encode,
    (
        Family(Category.BASIC, "levels in their order", _ordered, 5),
        Family(Category.BASIC, "numbers in their order", _numbers, 3),
        Family(Category.BASIC, "no categories given", _unsaid, 4),
        Family(Category.BASIC, "numbers without categories", _unsaid_numbers),
        Family(Category.EDGE, "an unknown value", _unknown, 3),
        Family(Category.EDGE, "no values", _nothing),
        Family(Category.EDGE, "levels that do not occur", _absent_levels),
        Family(Category.EDGE, "capitals and spaces", _capitals),
        Family(Category.EDGE, "an empty list of categories", _no_categories, 1),
        Family(Category.LARGE, "thousands of values", _many, 1),
    ),
    (
        Suspect("the categories are sorted (as LabelEncoder does); keep their order", _sorted),
        Suspect("the codes begin at 1; they begin at 0", _from_one),
        Suspect("codes in the order in which the values appear", _by_appearance),
        Suspect("unknown values get a code of their own; they get -1", _last_for_unknown),
    ),
)
