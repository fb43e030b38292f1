"""Cases for functions that look at all the scores along one axis of an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category
from quizml.references.hidden import Arguments, Family

if TYPE_CHECKING:
    from numpy.random import Generator


def rows(rng: Generator, size: int) -> Arguments:
    """A matrix of scores."""
    return {"x": rng.normal(0, 2, (size, size + 2))}


def masked(rng: Generator, size: int) -> Arguments:
    """Rows in which one score is -inf."""
    x = rng.normal(0, 2, (size, size + 2))
    x[np.arange(size), rng.integers(0, size + 2, size)] = -np.inf
    return {"x": x}


def _vector(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, size + 1)}


def _first_axis(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size + 1, size)), "axis": 0}


def _either_axis(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size + 1, size + 1)), "axis": int(rng.integers(-2, 2))}


def _axis_of_block(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (2, size + 1, size)), "axis": int(rng.choice([0, 1, -2]))}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)).astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-3, 4, (size, size + 1))}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (0, size + 1))}


def _equal_entries(rng: Generator, size: int) -> Arguments:
    return {"x": np.full((size, size + 1), rng.normal())}


def _huge(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)) + 1000.0 * rng.integers(1, 5)}


def _very_negative(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)) - 1000.0 * rng.integers(1, 5)}


def _rows_far_apart(rng: Generator, size: int) -> Arguments:
    """One maximum for the whole array does not do for the low rows."""
    levels = 2000.0 * np.arange(size + 1)
    return {"x": rng.normal(0, 2, (size + 1, size + 1)) - rng.permutation(levels)[:, None]}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (16 * size, 125 * size))}


def families(*own: Family) -> tuple[Family, ...]:
    """The usual families and those of one function, in the order of their categories."""
    usual = (
        Family(Category.BASIC, "a vector", _vector),
        Family(Category.BASIC, "a matrix, row by row", rows),
        Family(Category.SHAPE, "a matrix along its first axis", _first_axis),
        Family(Category.SHAPE, "a square matrix along either axis", _either_axis, 4),
        Family(Category.SHAPE, "three dimensions", _axis_of_block, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "equal entries", _equal_entries),
        Family(Category.STABILITY, "huge scores", _huge),
        Family(Category.STABILITY, "very negative scores", _very_negative),
        Family(Category.STABILITY, "rows far apart", _rows_far_apart),
        Family(Category.STABILITY, "masked scores (-inf)", masked),
        Family(Category.ALIASING, "the input stays as it was", rows),
        Family(Category.LARGE, "many rows of many scores", _many, 1),
    )
    return tuple(sorted(usual + own, key=lambda family: list(Category).index(family.category)))
