"""Softmax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def softmax(x: ArrayLike, axis: int = -1) -> Floats:
    r"""Shares of one along `axis`, of x's shape: $p_i = e^{x_i - m} / \sum_j e^{x_j - m}$.

    m is the largest entry along the axis. The factor e^{-m} cancels, so any m gives the same
    shares; this one keeps every exponent at or below 0, so nothing overflows and the sum is at
    least 1. An entry of -inf gets the share 0. Integers become float64; no rows, no shares.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 4.1.

    >>> softmax([[1000.0, 1000.0], [0.0, -np.inf]]).tolist()
    [[0.5, 0.5], [1.0, 0.0]]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    exponentials = np.exp(wide - wide.max(axis=axis, keepdims=True))
    shares: Floats = exponentials / exponentials.sum(axis=axis, keepdims=True)
    return shares.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _vector(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, size + 1)}


def _rows(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 2))}


def _axis_of_matrix(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size + 1, size + 1)), "axis": int(rng.integers(-2, 2))}


def _first_axis(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size + 1, size)), "axis": 0}


def _axis_of_block(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (2, size + 1, size)), "axis": int(rng.choice([0, 1, -2]))}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)).astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-3, 4, (size, size + 1))}


def _one_entry(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 1))}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (0, size + 1))}


def _equal_entries(rng: Generator, size: int) -> Arguments:
    return {"x": np.full((size, size + 1), rng.normal())}


def _huge(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)) + 1000.0 * rng.integers(1, 5)}


def _very_negative(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)) - 1000.0 * rng.integers(1, 5)}


def _rows_far_apart(rng: Generator, size: int) -> Arguments:
    """One maximum for the whole array leaves the low rows without anything to divide."""
    levels = 2000.0 * np.arange(size + 1)
    return {"x": rng.normal(0, 2, (size + 1, size + 1)) - rng.permutation(levels)[:, None]}


def _masked(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, (size, size + 2))
    x[np.arange(size), rng.integers(0, size + 2, size)] = -np.inf
    return {"x": x}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (16 * size, 125 * size))}


def _unshifted(x: NDArray[np.generic], axis: int = -1) -> Floats:
    exponentials = np.exp(x)
    return np.asarray(exponentials / exponentials.sum(axis=axis, keepdims=True))


def _one_maximum(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return _unshifted(x - x.max(), axis)


def _over_everything(x: NDArray[np.generic], axis: int = -1) -> Floats:  # noqa: ARG001
    return softmax(np.ravel(x)).reshape(x.shape)


def _other_axis(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return softmax(x, axis=(axis - 1) % x.ndim)


def _default_axis(x: NDArray[np.generic], axis: int = -1) -> Floats:  # noqa: ARG001
    return softmax(x)


HIDDEN = Hidden(
    Exercise(
        name="softmax",
        summary="Turn scores into shares that are positive and sum to 1 along an axis.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("axis", "the axis along which the shares sum to 1", "-1"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "Scores may be as large as 5,000 or as small as -5,000.",
            "A score of -inf (a masked position) gets the share 0.",
            "x may have no rows, and comes back unchanged.",
        ),
        example=(("softmax(np.array([0.0, 0.0, np.log(2.0)]))", "array([0.25, 0.25, 0.5 ])"),),
    ),
    softmax,
    (
        Family(Category.BASIC, "a vector", _vector),
        Family(Category.BASIC, "a matrix, row by row", _rows),
        Family(Category.SHAPE, "a matrix along its first axis", _first_axis),
        Family(Category.SHAPE, "a square matrix along either axis", _axis_of_matrix, 4),
        Family(Category.SHAPE, "three dimensions", _axis_of_block, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one entry along the axis", _one_entry, 1),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "equal entries", _equal_entries, 1),
        Family(Category.STABILITY, "huge scores", _huge),
        Family(Category.STABILITY, "very negative scores", _very_negative),
        Family(Category.STABILITY, "rows far apart", _rows_far_apart),
        Family(Category.STABILITY, "masked scores (-inf)", _masked),
        Family(Category.ALIASING, "the input stays as it was", _rows),
        Family(Category.LARGE, "many rows of many scores", _many, 1),
    ),
    (
        Suspect("the maximum is not subtracted before the exponential", _unshifted),
        Suspect("one maximum for the whole array instead of one along the axis", _one_maximum),
        Suspect("the sum runs over the whole array instead of along the axis", _over_everything),
        Suspect("the argument `axis` is ignored", _default_axis),
        Suspect("the shares sum to 1 along the wrong axis", _other_axis),
    ),
)
