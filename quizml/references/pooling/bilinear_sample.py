"""Bilinear interpolation: what a map holds between its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def bilinear_sample(x: ArrayLike, points: ArrayLike) -> Floats:
    r"""Values of maps x (C, H, W) at points (K, 2), each (column, row) in pixels: (C, K).

    $x(p) = \sum_q \max(0, 1 - |q_x - p_x|) \max(0, 1 - |q_y - p_y|) x(q)$: at most four pixels q
    count, with weights that sum to 1. The centre of the first pixel is (0, 0), that of the last
    (W - 1, H - 1); pixels outside the map are 0, so a point less than one pixel outside fades out,
    and one farther off gets 0. No points, no values.
    Source: Dai et al. 2017, arXiv:1703.06211, equations 3 and 4.

    >>> bilinear_sample([[[0.0, 4.0], [8.0, 12.0]]], [[0.5, 0.0], [1.0, 0.25], [1.5, 1.0]]).tolist()
    [[2.0, 6.0, 6.0]]
    """
    x = np.asarray(x, dtype=np.float64)
    across, down = np.asarray(points, dtype=np.float64).reshape(-1, 2).T
    high, wide = x.shape[1:]
    values = np.zeros((len(x), len(across)))
    for i in (np.floor(down), np.floor(down) + 1):
        for j in (np.floor(across), np.floor(across) + 1):
            weights = (1 - np.abs(down - i)) * (1 - np.abs(across - j))
            inside = (i >= 0) & (i < high) & (j >= 0) & (j < wide)
            rows, columns = np.clip(i, 0, high - 1), np.clip(j, 0, wide - 1)
            pixels = x[:, rows.astype(int), columns.astype(int)]
            values += np.where(inside, weights, 0) * pixels
    return values


def _asked(rng: Generator, shape: tuple[int, int, int], points: Any) -> Arguments:
    return {"x": rng.uniform(1, 9, shape), "points": np.asarray(points)}


def _within(rng: Generator, count: int, high: int, wide: int) -> Floats:
    """Points between the pixels, none at a whole position."""
    left_and_top = rng.integers(0, [wide - 1, high - 1], (count, 2))
    return (left_and_top + rng.uniform(0.05, 0.95, (count, 2))).round(3)


def _few(rng: Generator, size: int) -> Arguments:
    return _asked(rng, (1, size + 2, size + 2), _within(rng, size, size + 2, size + 2))


def _channels(rng: Generator, size: int) -> Arguments:
    return _asked(rng, (3, size + 2, size + 2), _within(rng, size, size + 2, size + 2))


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = (size + 1, 2 * size + 3) if rng.integers(2) else (2 * size + 3, size + 1)
    return _asked(rng, (2, high, wide), _within(rng, 2 * size, high, wide))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _channels(rng, size).items()}


def _pixels(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    return found | {"x": rng.integers(0, 256, found["x"].shape)}


def _whole_points(rng: Generator, size: int) -> Arguments:
    """Points as integers, the last pixel among them: its right neighbour does not exist."""
    points = rng.integers(0, [size + 2, size + 1], (size, 2))
    points[0] = (size + 1, size)
    return _asked(rng, (2, size + 1, size + 2), points)


def _last_row_and_column(rng: Generator, size: int) -> Arguments:
    points = np.concatenate([_within(rng, size, size + 3, size + 2) for _ in range(2)])
    points[:size, 0], points[size:, 1] = size + 1, size + 2
    return _asked(rng, (1, size + 3, size + 2), points)


def _over_the_border(rng: Generator, size: int) -> Arguments:
    """Less than a pixel outside, on each of the four sides."""
    points = _within(rng, 4, size + 2, size + 3)
    off = rng.uniform(0.1, 0.9, 4).round(3)
    points[:2, 0] = -off[0], size + 2 + off[1]
    points[2:, 1] = -off[2], size + 1 + off[3]
    return _asked(rng, (1, size + 2, size + 3), points)


def _far_outside(rng: Generator, size: int) -> Arguments:
    points = _within(rng, 4, size + 2, size + 2)
    points[0, 0], points[1, 1] = -1.5, size + 2.5
    points[2] = rng.choice([-1e6, 1e6], 2)
    return _asked(rng, (1, size + 2, size + 2), points)


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return _asked(rng, (size, 1, 1), rng.uniform(-0.9, 0.9, (3, 2)).round(3))


def _no_points(rng: Generator, size: int) -> Arguments:
    return _asked(rng, (2, size + 1, size + 1), np.zeros((0, 2)))


def _many(rng: Generator, size: int) -> Arguments:
    points = rng.uniform(-2, [16 * size + 2, 12 * size + 2], (250 * size, 2))
    return _asked(rng, (3, 12 * size, 16 * size), points)


def _swapped(x: Any, points: Any) -> Floats:
    return bilinear_sample(x, points[:, ::-1])


def _nearest(x: Any, points: Any) -> Floats:
    return bilinear_sample(x, np.rint(points))


def _clamped(x: Any, points: Any) -> Floats:
    return bilinear_sample(x, np.clip(points, 0, np.array(x.shape[:0:-1]) - 1))


def _nothing_outside(x: Any, points: Any) -> Floats:
    last = np.array(x.shape[:0:-1]) - 1
    inside = ((points >= 0) & (points <= last)).all(axis=1)
    return np.where(inside, bilinear_sample(x, points), 0)


def _weights_swapped(x: Any, points: Any) -> Floats:
    """Each pixel gets the weight of the opposite one."""
    return bilinear_sample(x, 2 * np.floor(points) + 1 - points)


def _half_pixel(x: Any, points: Any) -> Floats:
    return bilinear_sample(x, points - 0.5)


HIDDEN = Hidden(
    Exercise(
        name="bilinear_sample",
        summary="Bilinear interpolation of maps at points between the pixels.",
        parameters=(
            Parameter("x", "(C, H, W) array of maps, floats or integers"),
            Parameter("points", "(K, 2) array of positions (column, row) in pixels"),
        ),
        returns="(C, K) array of floats",
        conventions=(
            "Pixel centres are whole numbers: (0, 0) is the first, (W - 1, H - 1) the last pixel.",
            "Pixels outside the map count as 0, those next to its border, too.",
            "Points may lie anywhere, also at negative or very large positions; all are finite.",
            "K may be 0; x and points come back unchanged.",
        ),
        example=(
            (
                "bilinear_sample(np.array([[[0.0, 4.0], [8.0, 12.0]]]), np.array([[0.5, 0.25]]))",
                "array([[4.]])",
            ),
        ),
    ),
    bilinear_sample,
    (
        Family(Category.BASIC, "a few points in one map", _few),
        Family(Category.BASIC, "channels", _channels),
        Family(Category.SHAPE, "maps that are not square", _not_square, 4),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer maps", _pixels),
        Family(Category.EDGE, "whole positions, the last pixel too", _whole_points),
        Family(Category.EDGE, "on the last row and column", _last_row_and_column),
        Family(Category.EDGE, "less than a pixel outside", _over_the_border),
        Family(Category.EDGE, "far outside", _far_outside),
        Family(Category.EDGE, "a map of one pixel", _one_pixel),
        Family(Category.EDGE, "no points", _no_points, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _over_the_border),
        Family(Category.LARGE, "many points", _many, 1),
    ),
    (
        Suspect("points are read as (row, column)", _swapped),
        Suspect("the nearest pixel instead of a mean of four", _nearest),
        Suspect("points outside are moved to the border; outside is 0", _clamped),
        Suspect("points off the border get 0 at once; they fade out", _nothing_outside),
        Suspect("each pixel gets the weight of the opposite one", _weights_swapped),
        Suspect("off by half a pixel: centres are whole numbers here", _half_pixel),
    ),
)
