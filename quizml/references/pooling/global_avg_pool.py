"""Global average pooling: every map becomes its mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def global_avg_pool(x: ArrayLike, keepdims: bool = False) -> Floats:
    r"""Mean of each map of (N, C, H, W): (N, C), or (N, C, 1, 1) with `keepdims`.

    $z_{n,c} = \frac{1}{HW} \sum_{i,j} x_{n,c,i,j}$, summed in float64 whatever x holds: the sum of
    a map need not fit the type of its values. H and W are at least 1; no maps, no means.
    Source: Lin, Chen, Yan 2013, Network in Network, arXiv:1312.4400, section 3.2.

    >>> global_avg_pool(np.arange(8.0).reshape(1, 2, 2, 2)).tolist()
    [[1.5, 5.5]]
    """
    return np.asarray(np.mean(np.asarray(x, dtype=np.float64), axis=(2, 3), keepdims=keepdims))


def _maps(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(1, 2, (2, 3, size + 1, size + 1))}


def _kept(rng: Generator, size: int) -> Arguments:
    return _maps(rng, size) | {"keepdims": True}


def _high_and_wide(rng: Generator, size: int) -> Arguments:
    sides = (size + 1, size + 5) if rng.integers(2) else (size + 5, size + 1)
    return {"x": rng.normal(1, 2, (2, 3, *sides))}


def _as_many_channels(rng: Generator, size: int) -> Arguments:
    """All axes alike: the shape does not tell which ones were summed."""
    return {"x": rng.normal(1, 2, (size + 1,) * 4)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, size)["x"].astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-50, 50, (2, 2, size + 1, size + 2))}


def _pixels(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(100, 256, (2, 3, size + 3, size + 3)).astype(np.uint8)}


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(size=(size, 3, 1, 1))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(1, 2, (1, size, 1, 5))}


def _no_maps(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(size=(0, 3, size, size))}


def _no_maps_kept(rng: Generator, size: int) -> Arguments:
    return _no_maps(rng, size) | {"keepdims": True}


def _half_precision(rng: Generator, size: int) -> Arguments:
    """The sum of a map is beyond 65504, the largest float16."""
    return {"x": rng.uniform(3000, 9000, (1, 2, size + 5, size + 5)).astype(np.float16)}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(1, 2, (2, 8, 16 * size, 16 * size))}


def _other_axes(*axes: int) -> Any:
    def answer(x: Any, keepdims: bool = False) -> Floats:
        count = max(int(np.prod([x.shape[axis] for axis in axes])), 1)
        return np.asarray(np.sum(x, axis=axes, keepdims=keepdims, dtype=np.float64) / count)

    return answer


def _sum(x: Any, keepdims: bool = False) -> Floats:
    return np.asarray(np.sum(x, axis=(2, 3), keepdims=keepdims, dtype=np.float64))


def _largest(x: Any, keepdims: bool = False) -> Floats:
    return np.asarray(np.max(x, axis=(2, 3), keepdims=keepdims).astype(np.float64))


HIDDEN = Hidden(
    Exercise(
        name="global_avg_pool",
        summary="Global average pooling: every map becomes its mean.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats or integers"),
            Parameter("keepdims", "whether the axes of height and width stay", "False"),
        ),
        returns="(N, C) array of floats; (N, C, 1, 1) with keepdims",
        conventions=(
            "H and W are at least 1; N may be 0 (no means).",
            "The sum of a map may be too large for x's own dtype (float16, uint8).",
            "Integers give floats; x comes back unchanged.",
        ),
        example=(
            (
                "global_avg_pool(np.array([[[[1.0, 2.0], [3.0, 6.0]], [[0.0, 0.0], [0.0, 2.0]]]]))",
                "array([[3. , 0.5]])",
            ),
        ),
    ),
    global_avg_pool,
    (
        Family(Category.BASIC, "a batch of maps", _maps),
        Family(Category.BASIC, "height and width stay as axes", _kept),
        Family(Category.SHAPE, "maps that are not square", _high_and_wide, 3),
        Family(Category.SHAPE, "four axes of one length", _as_many_channels, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "pixels (uint8)", _pixels),
        Family(Category.EDGE, "maps of one pixel", _one_pixel, 1),
        Family(Category.EDGE, "maps of one row", _one_row, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.EDGE, "no maps, axes kept", _no_maps_kept, 1),
        Family(Category.STABILITY, "sums that float16 cannot hold", _half_precision),
        Family(Category.ALIASING, "the input stays as it was", _maps),
        Family(Category.LARGE, "large maps", _many, 1),
    ),
    (
        Suspect("the channel is taken as the last axis (N, H, W, C)", _other_axes(1, 2)),
        Suspect("the mean goes over the channels, too", _other_axes(1, 2, 3)),
        Suspect("the mean goes over the batch, too", _other_axes(0, 2, 3)),
        Suspect("the sum is not divided by H*W", _sum),
        Suspect("the maximum instead of the mean", _largest),
    ),
)
