"""Generalised intersection over union: IoU that still tells boxes apart when they are disjoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import around, pair_families, pairs
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def giou(boxes_a: ArrayLike, boxes_b: ArrayLike) -> Floats:
    r"""IoU less the empty share of the enclosing box: $\mathrm{IoU} - (|C| - |U|) / |C|$.

    Every box in (N, 4) with every box in (M, 4): (N, M). U is the union of the two, C the smallest
    box with sides along the axes that holds both; so the answer lies in (-1, 1] for boxes with
    area. Corners x1 <= x2, y1 <= y2 in continuous coordinates. Where the union has no area the IoU
    is 0, and where C has none the whole answer is.
    Source: Rezatofighi et al. 2019, arXiv:1902.09630.

    >>> giou([[0, 0, 2, 2]], [[1, 0, 3, 2], [0, 0, 2, 2], [4, 0, 6, 2]]).round(4).tolist()
    [[0.3333, 1.0, -0.3333]]
    """
    a = np.asarray(boxes_a, dtype=np.float64)[:, None, :]
    b = np.asarray(boxes_b, dtype=np.float64)[None, :, :]
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = np.clip(sides, 0, None).prod(axis=-1)
    union = (a[..., 2:] - a[..., :2]).prod(axis=-1) + (b[..., 2:] - b[..., :2]).prod(axis=-1)
    union = union - overlap
    around_both = np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])
    enclosing = around_both.prod(axis=-1)
    shares = np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
    none = np.zeros_like(overlap)
    empty: Floats = np.divide(enclosing - union, enclosing, out=none, where=enclosing > 0)
    return np.asarray(shares - empty)


def _points(rng: Generator, size: int) -> Arguments:
    """Against other points and real boxes: an empty union, but not always an empty C."""
    a = around(rng, size + 1)
    a[:, 2:] = a[:, :2]
    return pairs(a, np.vstack([a[:1], a[:1] + np.array([0.0, 0.0, 3.0, 0.0]), around(rng, size)]))


def _shares(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> tuple[Floats, Floats, Floats]:
    """Overlap, union and enclosing box; the last two 1 where they have no area."""
    a, b = (x.astype(np.float64) for x in (boxes_a[:, None], boxes_b[None]))
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = np.maximum(sides, 0).prod(axis=-1)
    area_a, area_b = ((x[..., 2:] - x[..., :2]).prod(axis=-1) for x in (a, b))
    corners = np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])
    areas = (overlap, area_a + area_b - overlap, corners.prod(axis=-1))
    return areas[0], *(np.where(area > 0, area, 1.0) for area in areas[1:])


def _loss(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return 1 - giou(boxes_a, boxes_b)


def _plus(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, union, enclosing = _shares(boxes_a, boxes_b)
    return np.asarray(overlap / union + (enclosing - union) / enclosing)


def _over_union(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, union, enclosing = _shares(boxes_a, boxes_b)
    return np.asarray(overlap / union - (enclosing - union) / union)


def _overlap_twice(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, union, enclosing = _shares(boxes_a, boxes_b)
    return np.asarray(overlap / union - (enclosing - union - overlap) / enclosing)


def _inclusive_pixels(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return giou(boxes_a + np.array([0, 0, 1, 1]), boxes_b + np.array([0, 0, 1, 1]))


HIDDEN = Hidden(
    Exercise(
        name="giou",
        summary="Generalised IoU of every box in one set with every box in another.",
        parameters=(
            Parameter("boxes_a", "(N, 4) array of boxes x1, y1, x2, y2 with x1 <= x2, y1 <= y2"),
            Parameter("boxes_b", "(M, 4) array of boxes likewise"),
        ),
        returns="(N, M) array of floats: the value, not the loss",
        conventions=(
            "GIoU = IoU - (|C| - |U|) / |C|: U is the union, C the smallest box around both.",
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
            "Where the union has no area the IoU is 0; where C has no area the answer is 0.",
            "N or M may be 0; boxes may be floats or integers, and come back unchanged.",
        ),
        example=(
            (
                "giou(np.array([[0, 0, 2, 2]]), np.array([[1, 0, 3, 2], [4, 0, 6, 2]])).round(4)",
                "array([[ 0.3333, -0.3333]])",
            ),
        ),
    ),
    giou,
    pair_families(Family(Category.EDGE, "boxes without area", _points)),
    (
        Suspect("the loss, 1 - GIoU, is returned", _loss),
        Suspect("the empty share is added instead of subtracted", _plus),
        Suspect("the empty area is divided by the union instead of by C", _over_union),
        Suspect("the union is the sum of the areas: the overlap counts twice", _overlap_twice),
        Suspect("it is the plain IoU: nothing is subtracted", iou),
        Suspect("sides are counted with +1; coordinates here are continuous", _inclusive_pixels),
    ),
)
