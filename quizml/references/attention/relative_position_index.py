"""Which entry of a table of relative position biases belongs to two tokens of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


def relative_position_index(window_size: int | tuple[int, ...]) -> Integers:
    r"""Indices (P, P) into a table of biases, of token i (row, the query) and j (column, the key).

    window_size holds the sides of the window, (M, N) for rows and columns; a single number M
    means (M, M). The P = M N tokens are numbered row by row. With differences query minus key the
    index is $(\Delta r + M - 1)(2N - 1) + \Delta c + N - 1$, from 0 to (2M - 1)(2N - 1) - 1; more
    axes likewise, the last one counting fastest. O(P^2) time.
    Source: Liu et al. 2021, arXiv:2103.14030, section 3.2, official code; Liu et al. 2022 (Video
    Swin), arXiv:2106.13230, for three axes.

    >>> relative_position_index(2)[0].tolist()
    [4, 3, 1, 0]
    """
    sides = (window_size, window_size) if isinstance(window_size, int) else tuple(window_size)
    places = np.indices(sides).reshape(len(sides), -1)
    index = np.zeros((places.shape[1], places.shape[1]), dtype=np.int64)
    for side, place in zip(sides, places, strict=True):
        index = index * (2 * side - 1) + (place[:, None] - place) + side - 1
    return index


def _square(rng: Generator, size: int) -> Arguments:
    return {"window_size": int(rng.integers(2, 3 + size))}


def _sides(rng: Generator, size: int, least: int = 2) -> tuple[int, ...]:
    """One to three sides, all different."""
    sides = rng.permutation(np.arange(least, least + 3))[: min(size, 3)]
    return tuple(int(side) for side in sides)


def _oblong(rng: Generator, size: int) -> Arguments:
    sides = _sides(rng, min(size, 2))
    return {"window_size": sides}


def _video(rng: Generator, size: int) -> Arguments:
    return {"window_size": _sides(rng, size)}


def _line(rng: Generator, size: int) -> Arguments:
    return {"window_size": (int(rng.integers(2, 4 + size)),)}


def _usual(rng: Generator, size: int) -> Arguments:
    return {"window_size": int(rng.integers(7, 8 + max(size - 2, 1)))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return {"window_size": (1, int(rng.integers(2, 4 + size)))}


def _one_column(rng: Generator, size: int) -> Arguments:
    return {"window_size": (int(rng.integers(2, 4 + size)), 1)}


def _one_token(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"window_size": 1}


def _large(rng: Generator, size: int) -> Arguments:
    return {"window_size": (int(rng.integers(2, 3 * size)), 2 * size)}


def _digits(window_size: Any, factor: Any, sign: int = 1) -> Integers:
    """The reference with another factor and another direction."""
    sides = (window_size, window_size) if isinstance(window_size, int) else tuple(window_size)
    places = np.indices(sides).reshape(len(sides), -1)
    index = np.zeros((places.shape[1], places.shape[1]), dtype=np.int64)
    for axis, (side, place) in enumerate(zip(sides, places, strict=True)):
        index = index * factor(sides, axis) + sign * (place[:, None] - place) + side - 1
    return index


def _no_factor(window_size: Any) -> Integers:
    return _digits(window_size, lambda sides, axis: 1)  # noqa: ARG005


def _by_side(window_size: Any) -> Integers:
    return _digits(window_size, lambda sides, axis: sides[axis])


def _key_minus_query(window_size: Any) -> Integers:
    return _digits(window_size, lambda sides, axis: 2 * sides[axis] - 1, -1)


def _side_before(window_size: Any) -> Integers:
    return _digits(window_size, lambda sides, axis: 2 * sides[axis - 1] - 1)


def _columns_first(window_size: Any) -> Integers:
    sides = (window_size, window_size) if isinstance(window_size, int) else tuple(window_size)
    numbers = np.arange(np.prod(sides)).reshape(sides[::-1]).T.ravel()
    return relative_position_index(sides[::-1])[numbers][:, numbers]


HIDDEN = Hidden(
    Exercise(
        name="relative_position_index",
        summary="The table index of the relative position of any two tokens of a window.",
        parameters=(
            Parameter("window_size", "side M of a square window, or a tuple of the sides (M, N)"),
        ),
        returns="(P, P) array of integers, P being the number of tokens in the window",
        kind=Returns.INTEGER,
        conventions=(
            "The tokens are numbered row by row. Rows of the answer are queries, columns keys.",
            "Differences are query minus key; each is raised by its side minus 1 to start at 0.",
            "The column counts fastest: the raised row difference is multiplied by 2 * N - 1.",
            "A tuple may hold one side (M,) or three (T, M, N): the last side counts fastest, and",
            "each difference counts as the product of 2 * side - 1 over the sides behind it.",
            "Sides are at least 1. O(P ** 2) time.",
        ),
        example=(
            (
                "relative_position_index(2)",
                (
                    "array([[4, 3, 1, 0],\n       [5, 4, 2, 1],\n"
                    "       [7, 6, 4, 3],\n       [8, 7, 5, 4]])"
                ),
            ),
        ),
    ),
    relative_position_index,
    (
        Family(Category.BASIC, "square windows", _square, 4),
        Family(Category.SHAPE, "windows that are not square", _oblong, 5),
        Family(Category.SHAPE, "one axis", _line),
        Family(Category.SHAPE, "three axes", _video, 4),
        Family(Category.EDGE, "one row", _one_row),
        Family(Category.EDGE, "one column", _one_column),
        Family(Category.EDGE, "one token", _one_token, 1),
        Family(Category.LARGE, "windows of 7 or 8", _usual),
        Family(Category.LARGE, "larger windows", _large, 1),
    ),
    (
        Suspect("the row difference is not multiplied, so places share an index", _no_factor),
        Suspect("the row difference is multiplied by N instead of 2 * N - 1", _by_side),
        Suspect("differences are key minus query", _key_minus_query),
        Suspect("the row difference counts 2 * M - 1 times, not 2 * N - 1 times", _side_before),
        Suspect("the rows count fastest instead of the columns", _columns_first),
    ),
)
