"""Sine and cosine position encodings of a grid: half the code for the row, half for the column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.attention.sinusoidal_position_encoding import sinusoidal_position_encoding
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def position_encoding_2d(
    rows: ArrayLike, columns: ArrayLike, d_model: int, base: float = 10000.0
) -> Floats:
    r"""Codes (H, W, d_model) of the places of a grid, from its rows (H,) and its columns (W,).

    The first d/2 components encode the row, the last d/2 the column, each as a sequence of width
    d/2: component 2i of a half is $\sin(p / base^{2i/(d/2)})$, component 2i + 1 the cosine of the
    same. d_model is a multiple of 4. Positions may be fractions, as those scaled to one range.
    Source: Carion et al. 2020 (DETR), arXiv:2005.12872, official code (row first, unscaled).

    >>> position_encoding_2d([0, 1], [2], 4).round(2).tolist()
    [[[0.0, 1.0, 0.91, -0.42]], [[0.84, 0.54, 0.91, -0.42]]]
    """
    of_rows = sinusoidal_position_encoding(rows, d_model // 2, base)
    of_columns = sinusoidal_position_encoding(columns, d_model // 2, base)
    shape = (len(of_rows), len(of_columns), d_model // 2)
    halves = (of_rows[:, None], of_columns[None, :])
    return np.concatenate([np.broadcast_to(half, shape) for half in halves], axis=-1)


def _places(rng: Generator, count: int) -> NDArray[np.int64]:
    return rng.permutation(30)[:count] + 1


def _grid(rng: Generator, size: int) -> Arguments:
    found = {"rows": np.arange(size + 1), "columns": np.arange(size + 2)}
    return found | {"d_model": 4 * int(rng.integers(2, 5))}


def _some_places(rng: Generator, size: int) -> Arguments:
    rows, columns = _places(rng, size + 1), _places(rng, size + 2)
    return {"rows": rows, "columns": columns, "d_model": 8}


def _high(rng: Generator, size: int) -> Arguments:
    return {"rows": _places(rng, size + 3), "columns": _places(rng, size), "d_model": 12}


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong axis fits."""
    n = 4 * max(size // 2, 1)
    return {"rows": _places(rng, n), "columns": _places(rng, n), "d_model": n}


def _single_precision(rng: Generator, size: int) -> Arguments:
    rows, columns = rng.permutation(12)[: size + 1], rng.permutation(12)[:size]
    found = {"rows": rows.astype(np.float32), "columns": columns.astype(np.float32)}
    return found | {"d_model": 8}


def _one_pair_each(rng: Generator, size: int) -> Arguments:
    return {"rows": _places(rng, size), "columns": _places(rng, size + 1), "d_model": 4}


def _one_place(rng: Generator, size: int) -> Arguments:
    return {"rows": _places(rng, 1), "columns": _places(rng, 1), "d_model": 4 * size}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return {"rows": _places(rng, 0), "columns": _places(rng, size), "d_model": 8}


def _scaled(rng: Generator, size: int) -> Arguments:
    """Places from 0 to 2 pi, as DETR scales them."""
    rows = np.arange(1, size + 2) / (size + 1) * 2 * np.pi
    columns = np.arange(1, size + 3) / (size + 2) * 2 * np.pi
    return {"rows": rows, "columns": columns, "d_model": 4 * int(rng.integers(2, 4))}


def _other_base(rng: Generator, size: int) -> Arguments:
    return _some_places(rng, size) | {"base": float(rng.choice([20.0, 100.0]))}


def _many(rng: Generator, size: int) -> Arguments:
    rows, columns = rng.permutation(10 * size), rng.permutation(12 * size)
    return {"rows": rows, "columns": columns, "d_model": 16 * size}


def _columns_first(rows: Any, columns: Any, d_model: int, base: float = 10000.0) -> Floats:
    return np.roll(position_encoding_2d(rows, columns, d_model, base), d_model // 2, axis=-1)


def _full_width(rows: Any, columns: Any, d_model: int, base: float = 10000.0) -> Floats:
    """Frequencies of the whole width, of which each half has the first ones."""
    return position_encoding_2d(rows, columns, d_model, base**0.5)


def _halves(rows: Any, columns: Any, d_model: int, base: float = 10000.0) -> Floats:
    codes = position_encoding_2d(rows, columns, d_model, base)
    row, column = np.split(codes, 2, axis=-1)
    parts = [half[..., start::2] for half in (row, column) for start in (0, 1)]
    return np.concatenate(parts, axis=-1)


def _added(rows: Any, columns: Any, d_model: int, base: float = 10000.0) -> Floats:
    of_rows = sinusoidal_position_encoding(rows, d_model, base)
    of_columns = sinusoidal_position_encoding(columns, d_model, base)
    return np.asarray(of_rows[:, None] + of_columns)


def _numbered(rows: Any, columns: Any, d_model: int, base: float = 10000.0) -> Floats:
    number = np.arange(len(rows) * len(columns)).reshape(len(rows), len(columns))
    return sinusoidal_position_encoding(number, d_model, base)


def _usual_base(rows: Any, columns: Any, d_model: int, base: float = 0.0) -> Floats:  # noqa: ARG001
    return position_encoding_2d(rows, columns, d_model)


HIDDEN = Hidden(
    Exercise(
        name="position_encoding_2d",
        summary="Sine and cosine codes of the places of a grid.",
        parameters=(
            Parameter("rows", "(H,) array, the positions of the rows, integers or floats"),
            Parameter("columns", "(W,) array, the positions of the columns"),
            Parameter("d_model", "the width of a code, a multiple of 4"),
            Parameter("base", "wavelengths grow from 2 pi towards base * 2 pi", "10000.0"),
        ),
        returns="(H, W, d_model) array, floats",
        conventions=(
            "The first d_model / 2 components encode the row, the last d_model / 2 the column.",
            "With D = d_model / 2, component 2i of a half is sin(p / base ** (2i / D)),",
            "and component 2i + 1 is the cosine of the same: sine and cosine in turn.",
            "Positions are as they come: not scaled, not sorted, maybe fractions.",
            "H or W may be 0. rows and columns come back unchanged.",
        ),
        example=(
            (
                "position_encoding_2d(np.array([0, 1]), np.array([2]), 4).round(2)",
                (
                    "array([[[ 0.  ,  1.  ,  0.91, -0.42]],\n\n"
                    "       [[ 0.84,  0.54,  0.91, -0.42]]])"
                ),
            ),
        ),
    ),
    position_encoding_2d,
    (
        Family(Category.BASIC, "a grid from 0 on", _grid, 3),
        Family(Category.BASIC, "rows and columns in any order", _some_places, 3),
        Family(Category.SHAPE, "more rows than columns", _high),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "one pair for each axis", _one_pair_each),
        Family(Category.EDGE, "one place", _one_place, 1),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "positions from 0 to 2 pi", _scaled),
        Family(Category.EDGE, "another base", _other_base),
        Family(Category.ALIASING, "the inputs stay as they were", _some_places),
        Family(Category.LARGE, "a larger grid", _many, 1),
    ),
    (
        Suspect("the column comes first, then the row", _columns_first),
        Suspect("the exponent is divided by d_model instead of d_model / 2", _full_width),
        Suspect("within a half all sines come first, then all cosines", _halves),
        Suspect("the codes of row and column are added instead of joined", _added),
        Suspect("the places are numbered one by one: a code of one axis", _numbered),
        Suspect("the argument `base` is ignored", _usual_base),
    ),
)
