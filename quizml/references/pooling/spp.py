"""Spatial pyramid pooling: maps of any size become vectors of one length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import shuffled, single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def spp(x: ArrayLike, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    r"""The largest values in the bins of a pyramid over maps (N, C, H, W): (N, C sum n^2).

    A level n divides each map into n x n bins; bin i covers the rows floor(i H / n) to
    ceil((i + 1) H / n), the end not included, and columns likewise. So there are always n x n bins
    that cover the map; they may share cells, and on a map smaller than n they repeat them. The
    levels follow each other, each as (C, n, n), flattened. No maps, no vectors.
    Source: He et al. 2014, arXiv:1406.4729, section 2.2; the bins' borders as in PyTorch's
    AdaptiveMaxPool2d.

    >>> spp(np.arange(9.0).reshape(1, 1, 3, 3), (2, 1)).tolist()
    [[4.0, 5.0, 7.0, 8.0, 8.0]]
    """
    x = np.asarray(x, dtype=np.float64)
    number, channels, high, wide = x.shape
    found = [np.zeros((number, 0))]
    for n in levels:
        grid = np.zeros((number, channels, n, n))
        for i in range(n):
            rows = slice(i * high // n, -(-(i + 1) * high // n))
            for j in range(n):
                columns = slice(j * wide // n, -(-(j + 1) * wide // n))
                grid[:, :, i, j] = x[:, :, rows, columns].max(axis=(2, 3))
        found.append(grid.reshape(number, channels * n * n))
    return np.concatenate(found, axis=1)


def _maps(rng: Generator, shape: tuple[int, ...], *levels: int) -> Arguments:
    found: Arguments = {"x": rng.normal(-1, 2, shape)}
    return found | {"levels": levels} if levels else found


def _even(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 3, 4 * size, 4 * size))


def _other_levels(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 6 * size, 6 * size), *((6, 3, 2, 1) if rng.integers(2) else (1, 3)))


def _one_level(rng: Generator, size: int) -> Arguments:
    n = int(rng.integers(2, 4))
    return _maps(rng, (2, 2, n * size, n * size), n)


def _high_and_wide(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 2, *shuffled(rng, 4 * size, 4 * size + 8)))


def _uneven(rng: Generator, size: int) -> Arguments:
    """Of 7 cells into 4 bins, window ceil(7/4) and stride floor(7/4) would make 6."""
    return _maps(rng, (1, 2, *shuffled(rng, 7, 3 * size + 1)))


def _square_uneven(rng: Generator, size: int) -> Arguments:
    side = int(rng.choice([7, 10])) + 4 * (size - 1)
    return _maps(rng, (1, 2, side, side), 4, 3)


def _pixels(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(0, 256, (1, 2, 4 * size, 4 * size))}


def _small(rng: Generator, size: int) -> Arguments:
    """Fewer cells than bins."""
    return _maps(rng, (size, 2, *shuffled(rng, 2, 3)))


def _one_cell(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (size, 2, 1, 1), 3, 1)


def _negative(rng: Generator, size: int) -> Arguments:
    return {"x": -rng.uniform(1, 9, (1, 2, size + 5, size + 4))}


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (0, 3, 2 * size, 2 * size))


def _big(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 16, 15 * size, 13 * size), 6, 3, 2, 1)


def _means(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    found = [
        x[:, :, i * h // n : -(-(i + 1) * h // n), j * w // n : -(-(j + 1) * w // n)].mean((2, 3))
        for n in levels
        for h, w in [x.shape[2:]]
        for i in range(n)
        for j in range(n)
    ]
    return _regrouped(np.stack(found, axis=1), levels)


def _regrouped(bins: Floats, levels: tuple[int, ...]) -> Floats:
    """From (N, bins, C) to the order of the answer."""
    ends = np.cumsum([n * n for n in levels])[:-1]
    parts = np.split(bins, ends, axis=1)
    return np.concatenate([p.swapaxes(1, 2).reshape(len(p), -1) for p in parts], axis=1)


def _split(x: Any, levels: tuple[int, ...]) -> list[Floats]:
    ends = np.cumsum([x.shape[1] * n * n for n in levels])[:-1]
    return [p.reshape(len(x), x.shape[1], -1) for p in np.split(spp(x, levels), ends, axis=1)]


def _channel_last(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    parts = [p.swapaxes(1, 2).reshape(len(x), -1) for p in _split(x, levels)]
    return np.concatenate(parts, axis=1)


def _channel_first(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    return np.concatenate(_split(x, levels), axis=2).reshape(len(x), -1)


def _by_size(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    return spp(x, tuple(sorted(levels)))


def _transposed(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:
    return spp(x.swapaxes(2, 3), levels)


def _default_levels(x: Any, levels: tuple[int, ...] = (4, 2, 1)) -> Floats:  # noqa: ARG001
    return spp(x)


HIDDEN = Hidden(
    Exercise(
        name="spp",
        summary="Spatial pyramid pooling: maps of any size become vectors of one length.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats or integers"),
            Parameter("levels", "a tuple of ints: a level n has n x n bins", "(4, 2, 1)"),
        ),
        returns="(N, C * (sum of n*n over the levels)) array of floats",
        conventions=(
            "Each bin gives the largest value that lies in it, channel by channel.",
            "Bin i of n covers rows floor(i*H/n) to ceil((i+1)*H/n), the end not included.",
            "Columns likewise; bins may share cells, and H or W may be smaller than n.",
            "The levels follow each other as they are told, each a flattened (C, n, n).",
            "H and W are at least 1; N may be 0; x comes back unchanged.",
        ),
        example=(
            (
                "spp(np.arange(16.0).reshape(1, 1, 4, 4), (2, 1))",
                "array([[ 5.,  7., 13., 15., 15.]])",
            ),
        ),
    ),
    spp,
    (
        Family(Category.BASIC, "bins of equal size", _even),
        Family(Category.BASIC, "other levels", _other_levels, 4),
        Family(Category.BASIC, "one level", _one_level),
        Family(Category.SHAPE, "maps that are not square", _high_and_wide),
        Family(Category.SHAPE, "square maps that do not divide evenly", _square_uneven, 3),
        Family(Category.SHAPE, "maps that do not divide evenly", _uneven, 3),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_even(rng, size))),
        Family(Category.DTYPE, "integers", _pixels, 1),
        Family(Category.EDGE, "fewer cells than bins", _small),
        Family(Category.EDGE, "maps of one cell", _one_cell, 1),
        Family(Category.EDGE, "negative maps", _negative),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", _uneven),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("the mean of each bin instead of its maximum", _means),
        Suspect("a level is flattened with the channel last", _channel_last),
        Suspect("channels come first, then levels; here levels come first", _channel_first),
        Suspect("the levels are sorted; they come as they are told", _by_size),
        Suspect("bins go down the columns first", _transposed),
        Suspect("the argument `levels` is ignored", _default_levels),
    ),
)
