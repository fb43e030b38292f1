"""Cases for functions that treat every number of an array by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category
from quizml.references.hidden import Arguments, Family

if TYPE_CHECKING:
    from numpy.random import Generator


def vector(rng: Generator, size: int) -> Arguments:
    """A few numbers on both sides of 0."""
    return {"x": rng.normal(0, 3, size + 2)}


def matrix(rng: Generator, size: int) -> Arguments:
    """Rows of such numbers."""
    return {"x": rng.normal(0, 3, (size, size + 2))}


def far_left(rng: Generator, size: int) -> Arguments:
    """Numbers that are all very negative, so that every answer is tiny or a tail."""
    return {"x": rng.uniform(-60, -40, (size, 3))}


def far_out(rng: Generator, size: int) -> Arguments:
    """Numbers in the hundreds and thousands, on both sides, and a few near 0."""
    far = rng.uniform(800, 5000, (2, size)) * np.array([[1.0], [-1.0]])
    return {"x": np.concatenate([far, rng.normal(0, 2, (1, size))]).T}


def _block(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (2, size, size + 1))}


def _column(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (size + 1, 1))}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (size, size + 2)).astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-5, 6, (size, size + 2))}


def _no_numbers(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"x": np.zeros((0, size))}


def _with_zeros(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 3, size + 2)
    x[rng.integers(0, size + 2)] = 0.0
    return {"x": x}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (40 * size, 50 * size))}


def families(*own: Family) -> tuple[Family, ...]:
    """The usual families and those of one function, in the order of their categories."""
    usual = (
        Family(Category.BASIC, "a vector", vector),
        Family(Category.BASIC, "a matrix", matrix),
        Family(Category.SHAPE, "three dimensions", _block),
        Family(Category.SHAPE, "one column", _column),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no numbers", _no_numbers, 1),
        Family(Category.EDGE, "zeros among the numbers", _with_zeros),
        Family(Category.ALIASING, "the input stays as it was", matrix),
        Family(Category.LARGE, "tens of thousands of numbers", _many, 1),
    )
    return tuple(sorted(usual + own, key=lambda family: list(Category).index(family.category)))
