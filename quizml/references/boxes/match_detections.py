"""Which detections are right: each takes the best object still free, the sure ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes._draw import as_single, ranks, telling
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]


def match_detections(
    boxes: ArrayLike, scores: ArrayLike, gt_boxes: ArrayLike, iou_threshold: float = 0.5
) -> Integers:
    """The object that each detection is matched with, -1 for a false positive: (N,).

    boxes (N, 4), scores (N,) and gt_boxes (M, 4) of one image and one class. By falling score (of
    equal scores the lower index first) a detection takes, of the objects that no other has taken,
    the one of largest IoU (of equal ones the lower index), if that IoU is at least the threshold.
    So an object is matched once at most. O(N M) time.
    Source: COCO's evaluation, cocoapi, pycocotools/cocoeval.py, evaluateImg.

    >>> match_detections([[0, 0, 4, 4], [0, 0, 4, 3]], [0.6, 0.9], [[0, 0, 4, 4]]).tolist()
    [-1, 0]
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    gt_boxes = np.asarray(gt_boxes, dtype=np.float64).reshape(-1, 4)
    overlaps = iou(boxes, gt_boxes)
    matches = np.full(len(boxes), -1, dtype=np.intp)
    for i in np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable"):
        if overlaps[i].max(initial=-1) >= iou_threshold:
            matches[i] = overlaps[i].argmax()
            overlaps[:, matches[i]] = -1
    return matches


def _scene(rng: Generator, detections: int, objects: int) -> Arguments:
    """Objects that stand in pairs, and detections near them."""
    places = rng.uniform(0, 40, (objects // 2 + 1, 2))[np.arange(objects) // 2]
    corner = places + rng.uniform(0, 4, (objects, 2))
    gt_boxes = np.hstack([corner, corner + rng.uniform(8, 12, (objects, 2))])
    seen = gt_boxes[rng.integers(0, objects, detections)] + rng.normal(0, 1, (detections, 4))
    scores = ranks(rng, detections)
    return {"boxes": seen.round(2), "scores": scores, "gt_boxes": gt_boxes.round(2)}


def _one_object(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size + 1, 1)


def _some(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 2 * size + 1, size + 1)


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"iou_threshold": float(rng.choice([0.3, 0.6, 0.75]))}


def _more_objects(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size, 2 * size + 2)


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    whole = {name: np.rint(found[name]).astype(np.int64) for name in ("boxes", "gt_boxes")}
    return found | whole


def _no_detections(rng: Generator, size: int) -> Arguments:
    found = _scene(rng, 1, size)
    return found | {"boxes": np.zeros((0, 4)), "scores": np.zeros(0)}


def _no_objects(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size, 1) | {"gt_boxes": np.zeros((0, 4))}


def _exactly_at_threshold(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """IoU exactly 1/2 or 1/4: powers of two, so that no rounding decides."""
    limit, side = float(rng.choice([0.5, 0.25])), float(rng.choice([2.0, 4.0, 8.0]))
    boxes = np.array([[0.0, 0.0, side, side * limit], [90.0, 0.0, 90.0 + side, side]])
    gt_boxes = np.array([[0.0, 0.0, side, side]])
    return {"boxes": boxes, "scores": ranks(rng, 2), "gt_boxes": gt_boxes, "iou_threshold": limit}


def _logits(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"scores": found["scores"] * 10 - 12}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {name: found[name] / 100 for name in ("boxes", "gt_boxes")}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"scores": rng.choice([0.25, 0.5], len(found["scores"]))}


def _equal_objects(rng: Generator, size: int) -> Arguments:
    """Every object twice: equal IoUs."""
    found = _some(rng, size)
    return found | {"gt_boxes": np.repeat(found["gt_boxes"], 2, axis=0)}


def _many(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 60 * size, 25 * size)


def _no_close_call(arguments: Arguments) -> bool:
    """Whether no IoU is so near the threshold or another that its last digits decide.

    Equal IoUs are fair where all corners are whole numbers, or the objects the same; exactly
    at the threshold is where that is all that is asked.
    """
    boxes, gt_boxes = (np.asarray(arguments[n], dtype=np.float64) for n in ("boxes", "gt_boxes"))
    limit = arguments.get("iou_threshold", 0.5)
    single = arguments["boxes"].dtype == np.float32
    overlaps = iou(boxes, gt_boxes)
    whole = bool(np.all(boxes == np.rint(boxes)) and np.all(gt_boxes == np.rint(gt_boxes)))
    gap = 1e-5 if single else 1e-8
    off = np.abs(overlaps - limit)
    if np.any((off < gap) & ~(whole & (off == 0) & (len(gt_boxes) == 1))):
        return False
    for row in overlaps:
        hits = np.flatnonzero(row >= limit)
        apart = np.abs(row[hits][:, None] - row[hits])
        same = (gt_boxes[hits][:, None] == gt_boxes[hits]).all(axis=-1) | (whole & (apart == 0))
        if np.any((apart < gap) & ~same):
            return False
    return True


def _by_rule(
    choose: Callable[..., int], order: Callable[..., Any] | None = None
) -> Callable[..., Integers]:
    """The same walk over the detections with another choice, or in another order."""

    def answer(
        boxes: NDArray[Any],
        scores: NDArray[Any],
        gt_boxes: NDArray[Any],
        iou_threshold: float = 0.5,
    ) -> Integers:
        overlaps = iou(boxes, gt_boxes)
        matches, free = np.full(len(boxes), -1, dtype=np.intp), np.ones(len(gt_boxes), dtype=bool)
        for i in np.argsort(-scores, kind="stable") if order is None else order(scores):
            matches[i] = choose(overlaps[i], free, iou_threshold) if len(free) else -1
            free[matches[i]] &= matches[i] < 0 if len(free) else True
        return matches

    return answer


def _best_free(row: NDArray[Any], free: NDArray[Any], limit: float) -> int:
    left = np.where(free, row, -1)
    return int(left.argmax()) if left.max() >= limit else -1


def _best_then_free(row: NDArray[Any], free: NDArray[Any], limit: float) -> int:
    best = int(row.argmax())
    return best if row[best] >= limit and free[best] else -1


def _best(row: NDArray[Any], free: NDArray[Any], limit: float) -> int:  # noqa: ARG001
    return int(row.argmax()) if row.max() >= limit else -1


def _first_free(row: NDArray[Any], free: NDArray[Any], limit: float) -> int:
    hits = np.flatnonzero(free & (row >= limit))
    return int(hits[0]) if len(hits) else -1


def _above(row: NDArray[Any], free: NDArray[Any], limit: float) -> int:
    return _best_free(row, free, float(np.nextafter(limit, 2)))


def _ties_by_higher(scores: NDArray[Any]) -> Any:
    return np.argsort(scores, kind="stable")[::-1]


_OWN_BEST = _by_rule(_best_then_free)
_MANY_TIMES = _by_rule(_best)
_FIRST = _by_rule(_first_free)
_AS_GIVEN = _by_rule(_best_free, lambda scores: range(len(scores)))
_TIES = _by_rule(_best_free, _ties_by_higher)

_TYPED = (
    "match_detections(np.array([[0, 0, 4, 4]] * 2), np.array([6, 9]), np.array([[0, 0, 4, 3]]))"
)

HIDDEN = Hidden(
    Exercise(
        name="match_detections",
        summary="Match the detections of one class in one image with its objects, as COCO does.",
        parameters=(
            Parameter("boxes", "(N, 4) array of detections x1, y1, x2, y2"),
            Parameter("scores", "(N,) array of their scores, higher is better; may be negative"),
            Parameter("gt_boxes", "(M, 4) array of the true objects' boxes"),
            Parameter("iou_threshold", "the least IoU of a match, above 0", "0.5"),
        ),
        returns="(N,) array of integers: the object matched, or -1 for a false positive",
        kind=Returns.INTEGER,
        conventions=(
            "Go through the detections by falling score; of equal scores the lower index first.",
            "Each takes, of the objects still free, the one of largest IoU, if it is enough.",
            "So if its best object is taken, the next best may still do (COCO, not VOC).",
            "An IoU that equals the threshold is enough; of equal IoUs the lower object index.",
            "The answer stands in the order of `boxes`. N or M may be 0.",
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
        ),
        example=((_TYPED, "array([-1,  0])"),),
    ),
    match_detections,
    (
        Family(Category.BASIC, "one object", telling(_one_object, match_detections, _MANY_TIMES)),
        Family(
            Category.BASIC,
            "objects side by side",
            telling(_some, match_detections, _OWN_BEST, _AS_GIVEN),
        ),
        Family(
            Category.BASIC, "another threshold", telling(_other_threshold, match_detections, _FIRST)
        ),
        Family(Category.SHAPE, "more objects than detections", _more_objects),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integers),
        Family(Category.EDGE, "no detections", _no_detections, 1),
        Family(Category.EDGE, "no objects", _no_objects, 1),
        Family(Category.EDGE, "an IoU exactly at the threshold", _exactly_at_threshold),
        Family(Category.EDGE, "negative scores", _logits),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal scores", telling(_equal_scores, match_detections, _TIES)),
        Family(Category.TIES, "equal IoUs", _equal_objects),
        Family(Category.LARGE, "hundreds of detections", _many, 1),
    ),
    (
        Suspect("an object can be matched more than once", _MANY_TIMES),
        Suspect("a detection whose best object is taken gets no other (VOC's rule)", _OWN_BEST),
        Suspect("the first object above the threshold is taken, not the best", _FIRST),
        Suspect("the detections are not taken by falling score", _AS_GIVEN),
        Suspect("an IoU equal to the threshold is not enough (> instead of >=)", _by_rule(_above)),
        Suspect("equal scores are taken from the higher index", _TIES),
    ),
    fair=_no_close_call,
)
