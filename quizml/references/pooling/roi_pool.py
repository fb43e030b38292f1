"""RoI pooling: a region of any size becomes a grid of maxima."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import pair, shuffled, single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.pooling._points import boxes_on, scaled

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def roi_pool(
    x: ArrayLike, boxes: ArrayLike, output_size: Pair, spatial_scale: float = 1.0
) -> Floats:
    r"""Grids of maxima (K, C, PH, PW) of maps x (N, C, H, W), one for each of K boxes.

    A box is the number of its map, x1, y1, x2, y2. The corners times `spatial_scale` are rounded to
    cells; first and last cell both belong to the region, which is h = y2 - y1 + 1 cells high and
    likewise wide. Bin i of PH covers the region's rows floor(i h / PH) to ceil((i + 1) h / PH), the
    end not included; columns likewise. Bins may share cells; what is outside the map is left out,
    and a bin with nothing left gives 0. No boxes, no grids.
    Source: Girshick 2015, arXiv:1504.08083, section 2.1; the borders as in torchvision's roi_pool.

    >>> x = np.arange(16.0).reshape(1, 1, 4, 4)
    >>> roi_pool(x, [[0, 0.0, 2.0, 4.2, 6.0]], 2, 0.5)[0, 0].tolist()
    [[9.0, 10.0], [13.0, 14.0]]
    """
    x, boxes = np.asarray(x, dtype=np.float64), np.asarray(boxes, dtype=np.float64).reshape(-1, 5)
    (tall, broad), (high, wide) = pair(output_size), x.shape[2:]
    corners = np.floor(boxes[:, 1:] * spatial_scale + 0.5).astype(int)
    out = np.zeros((len(boxes), x.shape[1], tall, broad))
    for k, (left, top, right, bottom) in enumerate(corners):
        for i in range(tall):
            first, end = bin_borders(i, tall, top, bottom, high)
            for j in range(broad):
                start, stop = bin_borders(j, broad, left, right, wide)
                cells = x[int(boxes[k, 0]), :, first:end, start:stop]
                if cells.size:
                    out[k, :, i, j] = cells.max(axis=(1, 2))
    return out


def bin_borders(i: int, bins: int, first: int, last: int, cells: int) -> tuple[int, int]:
    """Where bin i of the cells first..last begins and ends, within 0..cells.

    >>> [bin_borders(i, 2, 1, 3, 9) for i in (0, 1)]
    [(1, 3), (2, 4)]
    """
    length = last - first + 1
    start, end = first + i * length // bins, first - (-(i + 1) * length // bins)
    return min(max(start, 0), cells), min(max(end, 0), cells)


def _regions(
    rng: Generator, maps: tuple[int, int, int, int], count: int, output_size: Pair
) -> Arguments:
    boxes = boxes_on(rng, count, maps[2], maps[3], maps[0])
    return {"x": rng.normal(size=maps), "boxes": boxes, "output_size": output_size}


def _one_map(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (1, 1, 2 * size + 4, 2 * size + 4), size, 2)


def _channels(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (1, 3, 2 * size + 4, 2 * size + 4), size, 3)


def _on_image(rng: Generator, size: int) -> Arguments:
    found, stride = _one_map(rng, size), int(rng.choice([4, 8, 16]))
    return found | {"boxes": scaled(found["boxes"], stride), "spatial_scale": 1 / stride}


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
    """Fewer cells than bins, down to a single one."""
    found = _regions(rng, (1, 2, size + 4, size + 4), size, 5)
    found["boxes"][:, 3:] = found["boxes"][:, 1:3]
    found["boxes"][1:, 3:] += 1
    return found


def _over_the_border(rng: Generator, size: int) -> Arguments:
    """Half of the region lies outside, and with it whole bins."""
    high, wide = size + 4, size + 6
    found = _regions(rng, (1, 2, high, wide), 2, 4)
    off = rng.uniform(-0.4, 0.4, (2, 4)).round(3)
    found["boxes"][0, 1:] = off[0] + [-wide, 0, 3, high - 1]
    found["boxes"][1, 1:] = off[1] + [2, high - 3, wide - 1, 2 * high]
    return found


def _outside(rng: Generator, size: int) -> Arguments:
    found = _regions(rng, (1, 2, size + 4, size + 4), 2, 2)
    found["boxes"][1, 1:] += 3 * size + 20
    return found


def _negative(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    return found | {"x": -1 - np.abs(found["x"])}


def _no_boxes(rng: Generator, size: int) -> Arguments:
    return _channels(rng, size) | {"boxes": np.zeros((0, 5))}


def _many(rng: Generator, size: int) -> Arguments:
    return _regions(rng, (2, 8, 8 * size, 10 * size), 5 * size, 7)


def _not_near_a_half(arguments: Arguments) -> bool:
    """Whether no rounding of corners or of bins' borders hangs on last digits."""
    boxes = np.asarray(arguments["boxes"], dtype=np.float64).reshape(-1, 5)
    corners = boxes[:, 1:] * arguments.get("spatial_scale", 1.0)
    if np.any(np.abs(corners - np.floor(corners) - 0.5) < 1e-3):
        return False
    cells = np.floor(corners + 0.5).astype(int)
    lengths = np.unique(cells[:, 2:] - cells[:, :2] + 1)
    return all(
        np.floor(i * kind(kind(h) / kind(n))) == i * h // n
        and np.ceil(i * kind(kind(h) / kind(n))) == -(-i * h // n)
        for kind in (np.float32, np.float64)
        for n in pair(arguments["output_size"])
        for h in lengths
        for i in range(n + 1)
    )


def _end_left_out(x: Any, boxes: Any, output_size: Pair, spatial_scale: float = 1.0) -> Floats:
    corners = np.floor(boxes[:, 1:] * spatial_scale + 0.5)
    corners[:, 2:] = np.maximum(corners[:, 2:] - 1, corners[:, :2])
    return roi_pool(x, np.hstack([boxes[:, :1], corners]), output_size)


def _cut_off(x: Any, boxes: Any, output_size: Pair, spatial_scale: float = 1.0) -> Floats:
    corners = np.floor(boxes[:, 1:] * spatial_scale)
    return roi_pool(x, np.hstack([boxes[:, :1], corners]), output_size)


def _unscaled(x: Any, boxes: Any, output_size: Pair, spatial_scale: float = 1.0) -> Floats:  # noqa: ARG001
    return roi_pool(x, boxes, output_size)


def _first_map(x: Any, boxes: Any, *rest: Any, **how: Any) -> Floats:
    return roi_pool(x[:1], boxes * np.array([0, 1, 1, 1, 1]), *rest, **how)


def _rows_first(x: Any, boxes: Any, *rest: Any, **how: Any) -> Floats:
    return roi_pool(x, boxes[:, [0, 2, 1, 4, 3]], *rest, **how)


def _swapped(x: Any, boxes: Any, output_size: Pair, **how: Any) -> Floats:
    return roi_pool(x, boxes, turned(output_size), **how).swapaxes(2, 3)


HIDDEN = Hidden(
    Exercise(
        name="roi_pool",
        summary="RoI pooling: regions of any size become grids of maxima.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats"),
            Parameter("boxes", "(K, 5) array: the number of the map, x1, y1, x2, y2 in the image"),
            Parameter("output_size", "an int, or a pair (PH, PW): the grid"),
            Parameter("spatial_scale", "cells of the map per pixel of the image", "1.0"),
        ),
        returns="(K, C, PH, PW) array of floats",
        conventions=(
            "Corners times spatial_scale are rounded to the nearest cell; halves do not occur.",
            "The last cell belongs to the region: it is h = y2 - y1 + 1 cells high, w likewise.",
            "Bin i covers its rows floor(i*h/PH) to ceil((i+1)*h/PH), the end not included.",
            "Cells outside the map are left out; a bin with no cell left gives 0.",
            "x1 <= x2 and y1 <= y2; K may be 0; x and boxes come back unchanged.",
        ),
        example=(
            (
                "roi_pool(np.arange(9.0).reshape(1, 1, 3, 3), np.array([[0, 0, 0, 2, 1]]), 2)",
                "array([[[[1., 2.],\n         [4., 5.]]]])",
            ),
        ),
    ),
    roi_pool,
    (
        Family(Category.BASIC, "one map", _one_map),
        Family(Category.BASIC, "channels", _channels),
        Family(Category.BASIC, "boxes on a larger image", _on_image, 3),
        Family(Category.SHAPE, "several maps", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "grids that are not square", _grid_not_square),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "fewer cells than bins", _small),
        Family(Category.EDGE, "negative maps", _negative),
        Family(Category.EDGE, "boxes over the border", _over_the_border),
        Family(Category.EDGE, "a box outside the map", _outside, 1),
        Family(Category.EDGE, "no boxes", _no_boxes, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _on_image),
        Family(Category.LARGE, "many boxes", _many, 1),
    ),
    (
        Suspect("the region's last row and column are left out", _end_left_out),
        Suspect("corners are cut off to whole cells; they must be rounded", _cut_off),
        Suspect("the boxes are not scaled to the map", _unscaled),
        Suspect("every box is read from the first map", _first_map),
        Suspect("x and y of the boxes are swapped", _rows_first),
        Suspect("height and width of the grid are swapped", _swapped),
    ),
    fair=_not_near_a_half,
)
