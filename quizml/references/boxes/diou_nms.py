"""Non-maximum suppression by DIoU: a box whose centre lies elsewhere is another object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes._draw import as_single, crowd, ranks, telling
from quizml.references.boxes.diou import diou
from quizml.references.boxes.iou import iou
from quizml.references.boxes.nms import nms
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]


def diou_nms(boxes: ArrayLike, scores: ArrayLike, threshold: float = 0.5) -> Integers:
    r"""Indices of the boxes that suppression by DIoU keeps, by falling score.

    boxes (N, 4) and scores (N,) as in `nms`. The best box left is kept, and every other whose
    $\mathrm{IoU} - \rho^2 / c^2$ with it is greater than the threshold goes; rho is the distance
    of the centres, c the diagonal of the smallest box that holds both. Of equal scores the lower
    index is the better. No boxes, no indices. O(N^2) time.
    Source: Zheng et al. 2020, arXiv:1911.08287 (whose threshold is the least that suppresses; here
    it must be exceeded, as in `nms`).

    >>> diou_nms([[0, 0, 10, 10], [0, 0, 10, 9], [3, 2, 13, 10]], [0.9, 0.8, 0.7]).tolist()
    [0, 2]
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    left = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    kept = []
    while left.size:
        best, others = left[0], left[1:]
        kept.append(best)
        left = others[diou(boxes[best : best + 1], boxes[others])[0] <= threshold]
    return np.array(kept, dtype=np.intp)


def _some(rng: Generator, size: int) -> Arguments:
    return {"boxes": crowd(rng, 3 * size), "scores": ranks(rng, 3 * size)}


def _side_by_side(rng: Generator, size: int) -> Arguments:
    """Boxes of one size, each a little further: IoU suppresses more of them than DIoU."""
    move = np.cumsum(rng.uniform(1.5, 4, (size + 1, 2)), axis=0)
    boxes = np.hstack([move, move + rng.uniform(9, 14, 2)]).round(2)
    return {"boxes": rng.permutation(boxes), "scores": ranks(rng, size + 1)}


def _chain(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """A overlaps B, B overlaps C, A and C do not: B goes, so C stays."""
    width, start = rng.integers(6, 12), rng.integers(0, 5)
    lefts = start + width * np.array([0.0, 0.25, 0.5])
    boxes = np.stack([lefts, np.zeros(3), lefts + width, np.full(3, 5.0)], axis=1)
    order = rng.permutation(3)
    return {"boxes": boxes[order], "scores": np.array([0.9, 0.8, 0.7])[order]}


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"threshold": float(rng.choice([0.2, 0.3, 0.6, 0.7]))}


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": np.rint(found["boxes"]).astype(np.int64)}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": np.zeros((0, 4)), "scores": np.zeros(0)}


def _alone(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": crowd(rng, 1), "scores": ranks(rng, 1)}


def _exactly_at_threshold(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """One centre for both, so DIoU is IoU: 1/2 or 1/4, and no rounding decides."""
    limit, half = float(rng.choice([0.5, 0.25])), float(rng.choice([4.0, 8.0, 16.0]))
    sides = np.array([[half, half], [half * limit, half]])
    boxes = np.hstack([20 - sides, 20 + sides])
    return {"boxes": boxes, "scores": np.array([0.9, 0.8]), "threshold": limit}


def _inside(rng: Generator, size: int) -> Arguments:
    """Boxes in a box, some in its middle, some in a corner of it."""
    corner = rng.uniform(0, 3.5, (size, 2)).round(2)
    boxes = np.vstack([[[0.0, 0.0, 12.0, 12.0]], np.hstack([corner, corner + 8.5])])
    return {"boxes": boxes, "scores": np.concatenate([[0.99], ranks(rng, size)])}


def _points(rng: Generator, size: int) -> Arguments:
    points = np.tile(rng.integers(0, 9, (1, 2)), (size + 1, 2)).astype(np.float64)
    return {"boxes": points, "scores": ranks(rng, size + 1)}


def _negative_scores(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"scores": found["scores"] * 10 - 12}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": found["boxes"] / 1000}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    return {"boxes": crowd(rng, 5 * size), "scores": rng.choice([0.25, 0.5, 0.75], 5 * size)}


def _many(rng: Generator, size: int) -> Arguments:
    return {"boxes": crowd(rng, 45 * size), "scores": ranks(rng, 45 * size)}


def _no_diou_near_threshold(arguments: Arguments) -> bool:
    """Whether no DIoU is so near the threshold that its last digits decide.

    Exactly at it is fair where two boxes of whole numbers have one centre.
    """
    boxes = np.asarray(arguments["boxes"], dtype=np.float64)
    gaps = np.abs(diou(boxes, boxes) - arguments.get("threshold", 0.5))
    exact = bool(np.all(boxes == np.rint(boxes))) and len(boxes) == 2
    return (exact and not gaps[0, 1]) or not np.any(gaps < 1e-4)


def _by_measure(measure: Callable[..., Any]) -> Callable[..., Integers]:
    """The same suppression with another measure for the overlap."""

    def answer(boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5) -> Integers:
        left, kept = np.argsort(-scores, kind="stable"), []
        while left.size:
            best, others = left[0], left[1:]
            kept.append(best)
            left = others[measure(boxes[best : best + 1], boxes[others])[0] <= threshold]
        return np.array(kept, dtype=np.intp)

    return answer


def _plus(a: NDArray[Any], b: NDArray[Any]) -> Any:
    return 2 * iou(a, b) - diou(a, b)


def _not_squared(a: NDArray[Any], b: NDArray[Any]) -> Any:
    overlap = iou(a, b)
    return overlap - np.sqrt(np.maximum(overlap - diou(a, b), 0))


def _plain(boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5) -> Integers:
    return nms(boxes, scores, threshold)


def _at_least(boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5) -> Integers:
    return diou_nms(boxes, scores, float(np.nextafter(threshold, -1)))


def _gone_ones_suppress(
    boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5
) -> Integers:
    order = np.argsort(-scores, kind="stable")
    hit = np.triu(diou(boxes[order], boxes[order]) > threshold, 1).any(axis=0)
    return np.asarray(order[~hit])


def _by_index(boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5) -> Integers:
    return np.sort(diou_nms(boxes, scores, threshold))


def _ties_by_higher(boxes: NDArray[Any], scores: NDArray[Any], threshold: float = 0.5) -> Integers:
    return np.asarray(len(scores) - 1 - diou_nms(boxes[::-1], scores[::-1], threshold))


_ADDED, _LENGTHS = _by_measure(_plus), _by_measure(_not_squared)

HIDDEN = Hidden(
    Exercise(
        name="diou_nms",
        summary="Greedy non-maximum suppression with DIoU in place of IoU.",
        parameters=(
            Parameter("boxes", "(N, 4) array of boxes x1, y1, x2, y2 in continuous coordinates"),
            Parameter("scores", "(N,) array, higher is better; may be negative"),
            Parameter("threshold", "a box goes when its DIoU with a kept one is greater", "0.5"),
        ),
        returns="(K,) array of the indices kept, integers, by falling score",
        kind=Returns.INTEGER,
        conventions=(
            "DIoU = IoU - rho^2 / c^2, rho the distance of the centres.",
            "c is the diagonal of the smallest box around both; twice the same point has DIoU 0.",
            "Of equal scores the lower index comes first.",
            "A DIoU that equals the threshold does not suppress.",
            "A box that went suppresses nothing.",
            "No boxes give an empty array of integers.",
        ),
        example=(
            (
                "diou_nms(np.array([[0, 0, 10, 10], [3, 2, 13, 10]]), np.array([0.9, 0.8]))",
                "array([0, 1])",
            ),
        ),
    ),
    diou_nms,
    (
        Family(
            Category.BASIC,
            "boxes side by side",
            telling(_side_by_side, diou_nms, _plain, _by_index),
        ),
        Family(Category.BASIC, "a chain of three boxes", _chain),
        Family(Category.BASIC, "some groups of boxes", telling(_some, diou_nms, _LENGTHS)),
        Family(Category.BASIC, "another threshold", telling(_other_threshold, diou_nms, _plain)),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "one box", _alone, 1),
        Family(Category.EDGE, "a DIoU exactly at the threshold", _exactly_at_threshold),
        Family(Category.EDGE, "boxes inside a box", _inside),
        Family(Category.EDGE, "boxes without area", _points, 1),
        Family(Category.EDGE, "negative scores", _negative_scores),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal scores", telling(_equal_scores, diou_nms, _ties_by_higher), 3),
        Family(Category.LARGE, "hundreds of boxes", _many, 1),
    ),
    (
        Suspect("it is plain NMS: IoU decides, the centres do not", _plain),
        Suspect("the distance is added to the IoU, not subtracted", _ADDED),
        Suspect("distance and diagonal are not squared", _LENGTHS),
        Suspect("a box suppressed already still suppresses others", _gone_ones_suppress),
        Suspect("the right boxes, but not by falling score", _by_index),
        Suspect("a DIoU equal to the threshold suppresses (>= instead of >)", _at_least),
        Suspect("equal scores are taken from the higher index", _ties_by_higher),
    ),
    fair=_no_diou_near_threshold,
)
