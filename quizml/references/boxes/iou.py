"""Intersection over union of boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def iou(boxes_a: ArrayLike, boxes_b: ArrayLike) -> Floats:
    """Overlap |A & B| / |A | B| of every box in (N, 4) with every box in (M, 4): (N, M).

    Corners x1 <= x2, y1 <= y2 in continuous coordinates: a box is x2 - x1 wide, without +1.
    Boxes that only touch have no overlap; where the union is empty the answer is 0, not 0/0.
    Source: Everingham et al. 2010, The PASCAL VOC Challenge, equation 3 (without its pixels).

    >>> iou([[0, 0, 2, 2]], [[1, 1, 3, 3], [0, 0, 2, 2], [5, 5, 6, 6]]).round(4).tolist()
    [[0.1429, 1.0, 0.0]]
    """
    a = np.asarray(boxes_a, dtype=np.float64)[:, None, :]
    b = np.asarray(boxes_b, dtype=np.float64)[None, :, :]
    upper_left = np.maximum(a[..., :2], b[..., :2])
    lower_right = np.minimum(a[..., 2:], b[..., 2:])
    overlap = np.clip(lower_right - upper_left, 0, None).prod(axis=-1)
    area_a = (a[..., 2:] - a[..., :2]).prod(axis=-1)
    area_b = (b[..., 2:] - b[..., :2]).prod(axis=-1)
    union = area_a + area_b - overlap
    shares: Floats = np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
    return shares


def _boxes(rng: Generator, count: int, half: int = 6) -> Floats:
    """Boxes around a common centre, so that any two overlap; corners on a grid of quarters."""
    corners = [
        rng.integers(0, 4 * half, (count, 2)),
        rng.integers(4 * half + 1, 8 * half, (count, 2)),
    ]
    return np.asarray(np.hstack(corners) / 4, dtype=np.float64)


def _pairs(a: Any, b: Any) -> Arguments:
    return {"boxes_a": np.asarray(a), "boxes_b": np.asarray(b)}


def _one_pair(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    wide, high = rng.integers(2, 9, 2)
    a = [0.0, 0.0, 2.0 * wide, 2.0 * high]
    return _pairs([a], [[wide, high / 2, 3.0 * wide, 4.0 * high]])


def _some_pairs(rng: Generator, size: int) -> Arguments:
    return _pairs(_boxes(rng, size), _boxes(rng, size))


def _more_of_one(rng: Generator, size: int) -> Arguments:
    counts = rng.permutation([size, size + 2])
    return _pairs(_boxes(rng, counts[0]), _boxes(rng, counts[1]))


def _one_against_many(rng: Generator, size: int) -> Arguments:
    return _pairs(*(_boxes(rng, n) for n in rng.permutation([1, size + 1])))


def _integer_corners(rng: Generator, size: int) -> Arguments:
    return _pairs(*(np.rint(_boxes(rng, size, 40)).astype(np.int64) for _ in "ab"))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _pairs(*(_boxes(rng, size).astype(np.float32) for _ in "ab"))


def _no_boxes(rng: Generator, size: int) -> Arguments:
    return _pairs(*(_boxes(rng, n) for n in rng.permutation([0, size])))


def _apart(rng: Generator, size: int) -> Arguments:
    """Disjoint along both axes: two negative sides must not make a positive overlap."""
    return _pairs(_boxes(rng, size), _boxes(rng, size) + 100.0)


def _side_by_side(rng: Generator, size: int) -> Arguments:
    return _pairs(_boxes(rng, size), _boxes(rng, size) + np.tile(rng.permutation([50.0, 0.0]), 2))


def _touching(rng: Generator, size: int) -> Arguments:
    a = _boxes(rng, size)
    b = a + np.tile(a[:, 2:] - a[:, :2], 2) * np.array([1.0, 0.0, 1.0, 0.0])
    return _pairs(a, b)


def _inside(rng: Generator, size: int) -> Arguments:
    a = _boxes(rng, size)
    return _pairs(a, np.vstack([a, a + np.array([0.25, 0.25, -0.25, -0.25])]))


def _without_area(rng: Generator, size: int) -> Arguments:
    """Points and lines, against themselves (empty union) and against real boxes."""
    a = _boxes(rng, size + 1)
    a[:, 2] = a[:, 0]
    a[0, 3] = a[0, 1]
    return _pairs(a, np.vstack([a, _boxes(rng, size)]))


def _normalised(rng: Generator, size: int) -> Arguments:
    return _pairs(_boxes(rng, size) / 10, _boxes(rng, size) / 10)


def _tiny(rng: Generator, size: int) -> Arguments:
    return _pairs(_boxes(rng, size) * 1e-6, _boxes(rng, size) * 1e-6)


def _many_pairs(rng: Generator, size: int) -> Arguments:
    return _pairs(
        *(_boxes(rng, n) + np.tile(rng.integers(0, 20, (n, 2)), 2) for n in (40 * size, 25 * size))
    )


def _inclusive_pixels(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return iou(boxes_a + np.array([0, 0, 1, 1]), boxes_b + np.array([0, 0, 1, 1]))


def _overlap_and_union(
    boxes_a: NDArray[Any], boxes_b: NDArray[Any], *, clip: bool
) -> tuple[Floats, Floats]:
    a, b = (x.astype(np.float64) for x in (boxes_a[:, None], boxes_b[None]))
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = (np.maximum(sides, 0) if clip else sides).prod(axis=-1)
    area_a, area_b = ((x[..., 2:] - x[..., :2]).prod(axis=-1) for x in (a, b))
    return overlap, area_a + area_b - overlap


def _not_clipped(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, union = _overlap_and_union(boxes_a, boxes_b, clip=False)
    return np.asarray(overlap / np.where(union > 0, union, 1))


def _with_epsilon(epsilon: float) -> Suspect:
    def answer(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
        overlap, union = _overlap_and_union(boxes_a, boxes_b, clip=True)
        return np.asarray(overlap / (union + epsilon))

    return Suspect("an epsilon in the denominator outweighs small boxes", answer)


def _height_of_first(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    a, b = boxes_a[:, None], boxes_b[None]
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = np.maximum(sides, 0).prod(axis=-1)
    height = a[..., 3] - a[..., 1]
    area_a, area_b = (a[..., 2] - a[..., 0]) * height, (b[..., 2] - b[..., 0]) * height
    return np.asarray(overlap / (area_a + area_b - overlap))


_PIXELS = "sides are counted with +1 (inclusive pixels); coordinates here are continuous"

HIDDEN = Hidden(
    Exercise(
        name="iou",
        summary="Intersection over union of every box in one set with every box in another.",
        parameters=(
            Parameter("boxes_a", "(N, 4) array of boxes x1, y1, x2, y2 with x1 <= x2, y1 <= y2"),
            Parameter("boxes_b", "(M, 4) array of boxes likewise"),
        ),
        returns="(N, M) array of floats between 0 and 1",
        conventions=(
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
            "Where the union is empty (boxes without area) the answer is 0.",
            "N or M may be 0; boxes may be floats or integers, and come back unchanged.",
        ),
        example=(
            (
                "iou(np.array([[0, 0, 2, 2]]), np.array([[1, 0, 3, 2], [5, 5, 6, 6]])).round(4)",
                "array([[0.3333, 0.    ]])",
            ),
        ),
    ),
    iou,
    (
        Family(Category.BASIC, "one pair of boxes", _one_pair),
        Family(Category.BASIC, "every box with every other", _some_pairs),
        Family(Category.SHAPE, "more boxes in one set", _more_of_one, 3),
        Family(Category.SHAPE, "one box against many", _one_against_many),
        Family(Category.DTYPE, "integer corners", _integer_corners),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "no boxes in one set", _no_boxes),
        Family(Category.EDGE, "far apart along both axes", _apart),
        Family(Category.EDGE, "side by side", _side_by_side),
        Family(Category.EDGE, "touching sides", _touching),
        Family(Category.EDGE, "the same box, and one inside it", _inside),
        Family(Category.EDGE, "boxes without area", _without_area),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.STABILITY, "very small boxes", _tiny),
        Family(Category.ALIASING, "the inputs stay as they were", _more_of_one),
        Family(Category.LARGE, "thousands of pairs", _many_pairs, 1),
    ),
    (
        Suspect(_PIXELS, _inclusive_pixels),
        Suspect("the second area is taken with the first box's height", _height_of_first),
        Suspect("negative sides are not clipped to 0", _not_clipped),
        *(_with_epsilon(10.0**power) for power in range(-12, -4)),
    ),
)
