"""Greedy non-maximum suppression: of boxes that show the same thing, the best stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]


def nms(boxes: ArrayLike, scores: ArrayLike, iou_threshold: float = 0.5) -> Integers:
    """Indices of the boxes that greedy suppression keeps, by falling score.

    boxes (N, 4) as in `iou`, scores (N,). The best box left is kept, and every other whose IoU
    with it is greater than the threshold goes; so a box that went suppresses nothing. Of equal
    scores the lower index is the better. No boxes, no indices. O(N^2) time.
    Source: Girshick et al. 2014, arXiv:1311.2524, section 2.2.

    >>> nms([[0, 0, 2, 2], [0, 0, 2, 1.5], [5, 5, 6, 6]], [0.8, 0.9, 0.7]).tolist()
    [1, 2]
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    left = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    kept = []
    while left.size:
        best, others = left[0], left[1:]
        kept.append(best)
        left = others[iou(boxes[best : best + 1], boxes[others])[0] <= iou_threshold]
    return np.array(kept, dtype=np.intp)


def _detections(boxes: Any, scores: Any, threshold: float | None = None) -> Arguments:
    found: Arguments = {"boxes": np.asarray(boxes), "scores": np.asarray(scores)}
    return found if threshold is None else found | {"iou_threshold": threshold}


def _scores(rng: Generator, count: int) -> Floats:
    """Different by at least a hundredth, so that float32 keeps their order."""
    return np.asarray(rng.permutation(np.linspace(0.05, 0.95, max(count, 2)))[:count])


def _crowd(rng: Generator, count: int) -> Floats:
    """Groups of boxes around a few places, as a detector gives them."""
    places = rng.uniform(0, 40, (max(count // 3, 1), 2))
    corner = places[rng.integers(0, len(places), count)] + rng.uniform(0, 4, (count, 2))
    boxes = np.hstack([corner, corner + rng.uniform(6, 12, (count, 2))])
    return np.asarray(boxes.round(2), dtype=np.float64)


def _some_detections(rng: Generator, size: int) -> Arguments:
    return _detections(_crowd(rng, 2 * size), _scores(rng, 2 * size))


def _chain(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """A overlaps B, B overlaps C, A and C do not: B goes, so C stays."""
    width, start = rng.integers(6, 12), rng.integers(0, 5)
    lefts = start + width * np.array([0.0, 0.3, 0.6])
    boxes = np.stack([lefts, np.zeros(3), lefts + width, np.full(3, 5.0)], axis=1)
    order = rng.permutation(3)
    return _detections(boxes[order], np.array([0.9, 0.8, 0.7])[order])


def _other_threshold(rng: Generator, size: int) -> Arguments:
    threshold = float(rng.choice([0.2, 0.3, 0.7, 0.8]))
    return _detections(_crowd(rng, 3 * size), _scores(rng, 3 * size), threshold)


def _float32_detections(rng: Generator, size: int) -> Arguments:
    found = _some_detections(rng, size)
    return {name: value.astype(np.float32) for name, value in found.items()}


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    return _detections(np.rint(_crowd(rng, 2 * size)).astype(np.int64), _scores(rng, 2 * size))


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _detections(np.zeros((0, 4)), np.zeros(0))


def _alone(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _detections(_crowd(rng, 1), _scores(rng, 1))


def _exactly_at_threshold(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """IoU exactly 1/2 or 1/4: powers of two, so that no rounding decides."""
    threshold = float(rng.choice([0.5, 0.25]))
    side = float(rng.choice([2.0, 4.0, 8.0]))
    return _detections(
        [[0.0, 0.0, side, side], [0.0, 0.0, side * threshold, side]], [0.9, 0.8], threshold
    )


def _points(rng: Generator, size: int) -> Arguments:
    """Boxes without area: their union is empty, so none suppresses another."""
    points = np.tile(rng.integers(0, 9, (1, 2)), (size + 1, 2)).astype(np.float64)
    return _detections(points, _scores(rng, size + 1))


def _logits(rng: Generator, size: int) -> Arguments:
    found = _some_detections(rng, size)
    return found | {"scores": found["scores"] * 10 - 12}


def _normalised_detections(rng: Generator, size: int) -> Arguments:
    found = _some_detections(rng, size)
    return found | {"boxes": found["boxes"] / 1000}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    return _detections(_crowd(rng, 5 * size), rng.choice([0.25, 0.5, 0.75], 5 * size))


def _many_detections(rng: Generator, size: int) -> Arguments:
    return _detections(_crowd(rng, 60 * size), _scores(rng, 60 * size))


def _no_iou_near_threshold(arguments: Arguments) -> bool:
    """Whether no IoU is so near the threshold that its last digits decide.

    Exactly at it is fair where the boxes are whole numbers: those are powers of two.
    """
    boxes = np.asarray(arguments["boxes"], dtype=np.float64)
    gaps = np.abs(iou(boxes, boxes) - arguments.get("iou_threshold", 0.5))
    exact = bool(np.all(boxes == np.rint(boxes))) and len(boxes) == 2
    return exact or not np.any(gaps < 1e-4)


def _at_least(boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float = 0.5) -> Integers:
    return nms(boxes, scores, float(np.nextafter(iou_threshold, -1)))


def _inclusive_pixels(
    boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float = 0.5
) -> Integers:
    return nms(boxes + np.array([0, 0, 1, 1]), scores, iou_threshold)


def _ascending(boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float = 0.5) -> Integers:
    return nms(boxes, -scores, iou_threshold)


def _by_index(boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float = 0.5) -> Integers:
    return np.sort(nms(boxes, scores, iou_threshold))


def _default_threshold(boxes: NDArray[Any], scores: NDArray[Any], **_: float) -> Integers:
    return nms(boxes, scores)


def _ties_by_higher(boxes: NDArray[Any], scores: NDArray[Any], **rest: float) -> Integers:
    return np.asarray(len(scores) - 1 - nms(boxes[::-1], scores[::-1], **rest))


def _gone_ones_suppress(
    boxes: NDArray[Any], scores: NDArray[Any], iou_threshold: float = 0.5
) -> Integers:
    order = np.argsort(-scores, kind="stable")
    hit = np.triu(iou(boxes[order], boxes[order]) > iou_threshold, 1).any(axis=0)
    return np.asarray(order[~hit])


HIDDEN = Hidden(
    Exercise(
        name="nms",
        summary="Greedy non-maximum suppression: which boxes stay.",
        parameters=(
            Parameter("boxes", "(N, 4) array of boxes x1, y1, x2, y2 in continuous coordinates"),
            Parameter("scores", "(N,) array, higher is better; may be negative"),
            Parameter("iou_threshold", "a box goes when its IoU with a kept one is greater", "0.5"),
        ),
        returns="(K,) array of the indices kept, integers, by falling score",
        kind=Returns.INTEGER,
        conventions=(
            "Of equal scores the lower index comes first.",
            "An IoU that equals the threshold does not suppress; boxes without area never do.",
            "No boxes in, no indices out (still integers). O(N^2) time is fine.",
            "boxes and scores come back unchanged.",
        ),
        example=(
            (
                "nms(np.array([[0, 0, 4, 4], [0, 0, 4, 3], [5, 5, 6, 6]]), np.array([5, 9, 1]))",
                "array([1, 2])",
            ),
        ),
    ),
    nms,
    (
        Family(Category.BASIC, "a few groups of boxes", _some_detections, 4),
        Family(Category.BASIC, "a box that went suppresses nothing", _chain),
        Family(Category.BASIC, "another threshold", _other_threshold, 4),
        Family(Category.DTYPE, "float32", _float32_detections),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "one box", _alone, 1),
        Family(Category.EDGE, "IoU exactly at the threshold", _exactly_at_threshold),
        Family(Category.EDGE, "boxes without area", _points),
        Family(Category.EDGE, "negative scores", _logits),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised_detections),
        Family(Category.ALIASING, "the inputs stay as they were", _some_detections),
        Family(Category.TIES, "equal scores", _equal_scores, 4),
        Family(Category.LARGE, "hundreds of boxes", _many_detections, 1),
    ),
    (
        Suspect("a box suppressed already still suppresses others", _gone_ones_suppress),
        Suspect("boxes are taken by rising score", _ascending),
        Suspect("the right boxes, but not by falling score", _by_index),
        Suspect("an IoU equal to the threshold suppresses (>= instead of >)", _at_least),
        Suspect("equal scores are taken from the higher index", _ties_by_higher),
        Suspect("the argument `iou_threshold` is ignored", _default_threshold),
        Suspect("sides are counted with +1; coordinates here are continuous", _inclusive_pixels),
    ),
    fair=_no_iou_near_threshold,
)
