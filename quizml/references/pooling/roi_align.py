"""RoI Align: a region becomes a grid of means, without rounding anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import pair, shuffled, single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.pooling._points import linear_weights, scaled

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def roi_align(
    x: ArrayLike,
    boxes: ArrayLike,
    output_size: Pair,
    spatial_scale: float = 1.0,
    sampling_ratio: int = 2,
    aligned: bool = True,
) -> Floats:
    r"""Grids of means (K, C, PH, PW) of maps x (N, C, H, W), one for each of K boxes.

    A box is the number of its map, x1, y1, x2, y2; times `spatial_scale`, and, if aligned, less
    0.5, that is where it lies among the centres of the cells, 0, 1, ..., W - 1. It is divided into
    PH x PW equal bins, each with s x s points (s the sampling ratio) in the middle of s x s equal
    parts. A point reads four cells by bilinear interpolation; less than a cell outside the centres
    it reads the border, farther than -1 or H (W) it gives 0. A bin is the mean of its points. Not
    aligned, sides are at least 1. As rows and columns are read alike, weights for both suffice.
    Source: He et al. 2017, arXiv:1703.06870, section 3; torchvision documentation, roi_align.

    >>> x = np.arange(16.0).reshape(1, 1, 4, 4)
    >>> roi_align(x, [[0, 1.0, 1.0, 3.0, 3.0]], 1).tolist()
    [[[[7.5]]]]
    >>> roi_align(x, [[0, 1.0, 1.0, 3.0, 3.0]], 1, aligned=False).tolist()
    [[[[10.0]]]]
    """
    x, boxes = np.asarray(x, dtype=np.float64), np.asarray(boxes, dtype=np.float64).reshape(-1, 5)
    (tall, broad), (high, wide) = pair(output_size), x.shape[2:]
    out = np.zeros((len(boxes), x.shape[1], tall, broad))
    for k, corners in enumerate(boxes[:, 1:] * spatial_scale - (0.5 if aligned else 0.0)):
        left, top, right, bottom = corners
        rows = bin_weights(top, bottom, tall, sampling_ratio, high, aligned)
        columns = bin_weights(left, right, broad, sampling_ratio, wide, aligned)
        out[k] = rows @ x[int(boxes[k, 0])] @ columns.T
    return out


def bin_weights(
    start: float, end: float, bins: int, samples: int, cells: int, aligned: bool
) -> Floats:
    """How much each bin (bins, cells) takes of each cell, along one axis."""
    length = end - start if aligned else max(end - start, 1.0)
    at = start + length * (np.arange(bins * samples) + 0.5) / (bins * samples)
    near = (at >= -1) & (at <= cells)
    weights = linear_weights(at, cells) * near[:, None]
    return np.asarray(weights.reshape(bins, samples, cells).mean(axis=1))


def _regions(
    rng: Generator, maps: tuple[int, int, int, int], count: int, output_size: Pair, **how: Any
) -> Arguments:
    """Boxes of a cell or more, with all their points between the outer centres."""
    first = rng.uniform(0.6, [maps[3] / 2 - 0.5, maps[2] / 2 - 0.5], (count, 2))
    last = rng.uniform(first + 1.2, [maps[3] - 1, maps[2] - 1])
    numbers = rng.integers(0, maps[0], (count, 1))
    boxes = np.hstack([numbers, first, last]).round(3)
    return {"x": rng.normal(size=maps), "boxes": boxes, "output_size": output_size, **how}


def _one_map(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (1, 1, 2 * size + 4, 2 * size + 4), size, 2)


def _channels(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (1, 3, 2 * size + 4, 2 * size + 4), size, 3)


def _on_image(rng: Generator, size: int) -> Arguments:
    found, stride = _one_map(rng, size), int(rng.choice([4, 8, 16]))
    return found | {"boxes": scaled(found["boxes"], stride), "spatial_scale": 1 / stride}


def _other_sampling(rng: Generator, size: int) -> Arguments:
    return _channels(rng, size) | {"sampling_ratio": int(rng.choice([1, 3, 4]))}


def _not_aligned(rng: Generator, size: int) -> Arguments:
    return _channels(rng, size) | {"aligned": False}


def _batch(rng: Generator, size: int) -> Arguments:
    found = _regions(rng, (3, 2, size + 4, size + 4), size + 2, 2)
    found["boxes"][:2, 0] = 2, 1
    return found


def _not_square(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (2, 2, *shuffled(rng, size + 4, 2 * size + 8)), size, 2)


def _grid_not_square(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (1, 2, size + 5, size + 5), size, shuffled(rng, 2, 4))


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    return found | {"boxes": np.rint(found["boxes"]).astype(np.int64)}


def _small(rng: Generator, size: int) -> Arguments:
    """Boxes smaller than a cell."""
    found = _channels(rng, size)
    found["boxes"][:, 3:] = found["boxes"][:, 1:3] + rng.uniform(0.1, 0.8, (size, 2)).round(3)
    return found


def _small_not_aligned(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"aligned": False}


def _at_the_border(rng: Generator, size: int) -> Arguments:
    """Points between the outer centres and the edge of the map: they read the border."""
    high, wide = size + 4, size + 6
    found = _regions(rng, (1, 2, high, wide), 2, 3)
    found["boxes"][:, 1:] = [[0, 0, 1, high], [wide - 1, 0, wide, 1.5]]
    return found


def _over_the_border(rng: Generator, size: int) -> Arguments:
    """Half of the region lies outside, some points by more than a cell."""
    high, wide = size + 4, size + 6
    found = _regions(rng, (1, 2, high, wide), 2, 4)
    off = rng.uniform(-0.4, 0.4, (2, 4)).round(3)
    found["boxes"][0, 1:] = off[0] + [-wide, 0, 4, high - 1]
    found["boxes"][1, 1:] = off[1] + [2, high - 4, wide - 1, 2 * high]
    return found


def _no_boxes(rng: Generator, size: int) -> Arguments:
    return _channels(rng, size) | {"boxes": np.zeros((0, 5))}


def _many(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (2, 8, 8 * size, 10 * size), 3 * size, 7)


def _no_point_at_the_limit(arguments: Arguments) -> bool:
    """Whether no point is so near to a cell outside that last digits decide whether it is 0."""
    boxes = np.asarray(arguments["boxes"], dtype=np.float64).reshape(-1, 5)[:, 1:]
    aligned, samples = arguments.get("aligned", True), arguments.get("sampling_ratio", 2)
    corners = boxes * arguments.get("spatial_scale", 1.0) - (0.5 if aligned else 0.0)
    for axis, bins in enumerate(pair(arguments["output_size"])[::-1]):
        sides = corners[:, axis + 2] - corners[:, axis]
        lengths = sides if aligned else np.maximum(sides, 1)
        steps = (np.arange(bins * samples) + 0.5) / (bins * samples)
        at = corners[:, axis, None] + lengths[:, None] * steps
        limit = arguments["x"].shape[3 - axis]
        if np.any(np.abs(at + 1) < 1e-3) or np.any(np.abs(at - limit) < 1e-3):
            return False
    return True


def _aligned_otherwise(x: Any, boxes: Any, output_size: Pair, *rest: Any, **how: Any) -> Floats:
    turned_about = how | {"aligned": not how.get("aligned", True)}
    return roi_align(x, boxes, output_size, *rest, **turned_about)


def _rounded(x: Any, boxes: Any, output_size: Pair, spatial_scale: float = 1.0, **how: Any) -> Any:
    corners = np.rint(boxes[:, 1:] * spatial_scale)
    return roi_align(x, np.hstack([boxes[:, :1], corners]), output_size, 1.0, **how)


def _one_sample(x: Any, boxes: Any, output_size: Pair, *rest: Any, **how: Any) -> Floats:
    return roi_align(x, boxes, output_size, *rest, **(how | {"sampling_ratio": 1}))


def _unscaled(x: Any, boxes: Any, output_size: Pair, *_: Any, **how: Any) -> Floats:
    return roi_align(x, boxes, output_size, **(how | {"spatial_scale": 1.0}))


def _first_map(x: Any, boxes: Any, *rest: Any, **how: Any) -> Floats:
    return roi_align(x[:1], boxes * np.array([0, 1, 1, 1, 1]), *rest, **how)


def _rows_first(x: Any, boxes: Any, *rest: Any, **how: Any) -> Floats:
    return roi_align(x, boxes[:, [0, 2, 1, 4, 3]], *rest, **how)


HIDDEN = Hidden(
    Exercise(
        name="roi_align",
        summary="RoI Align: regions become grids of means, without rounding anything.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats"),
            Parameter("boxes", "(K, 5) array: the number of the map, x1, y1, x2, y2 in the image"),
            Parameter("output_size", "an int, or a pair (PH, PW): the grid"),
            Parameter("spatial_scale", "cells of the map per pixel of the image", "1.0"),
            Parameter("sampling_ratio", "s >= 1: each bin has s x s points", "2"),
            Parameter("aligned", "whether 0.5 is subtracted from the scaled corners", "True"),
        ),
        returns="(K, C, PH, PW) array of floats",
        conventions=(
            "Corners are multiplied by spatial_scale, then shifted; nothing is rounded.",
            "A bin is cut into s x s equal parts with a point in the middle of each.",
            "A bin's value is the mean of its points, each read by bilinear interpolation.",
            "Cell centres are whole numbers. A point y < -1 or y > H gives 0, and so in x.",
            "Any other point is first clamped to 0 .. H-1 and 0 .. W-1.",
            "If not aligned, the sides of the scaled box are at least 1.",
            "x1 <= x2 and y1 <= y2; K may be 0; x and boxes come back unchanged.",
        ),
        example=(
            (
                "roi_align(np.arange(9.0).reshape(1, 1, 3, 3), np.array([[0, 1, 1, 2, 3]]), 1)",
                "array([[[[5.5]]]])",
            ),
        ),
    ),
    roi_align,
    (
        Family(Category.BASIC, "one map", _one_map),
        Family(Category.BASIC, "channels", _channels),
        Family(Category.BASIC, "boxes on a larger image", _on_image, 3),
        Family(Category.BASIC, "more or fewer points", _other_sampling, 3),
        Family(Category.BASIC, "not aligned", _not_aligned),
        Family(Category.SHAPE, "several maps", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "grids that are not square", _grid_not_square),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "boxes smaller than a cell", _small),
        Family(Category.EDGE, "small boxes, not aligned", _small_not_aligned),
        Family(Category.EDGE, "boxes along the border", _at_the_border),
        Family(Category.EDGE, "boxes over the border", _over_the_border),
        Family(Category.EDGE, "no boxes", _no_boxes, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _on_image),
        Family(Category.LARGE, "many boxes", _many, 1),
    ),
    (
        Suspect("off by half a cell: `aligned` is taken the other way", _aligned_otherwise),
        Suspect("the corners are rounded to cells, as in RoI pooling", _rounded),
        Suspect("one point in each bin, whatever sampling_ratio says", _one_sample),
        Suspect("the boxes are not scaled to the map", _unscaled),
        Suspect("every box is read from the first map", _first_map),
        Suspect("x and y of the boxes are swapped", _rows_first),
    ),
    fair=_no_point_at_the_limit,
)
