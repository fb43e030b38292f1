"""Non-maximum suppression class by class: boxes of different classes leave each other alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes._draw import as_single, crowd, ranks, telling
from quizml.references.boxes.iou import iou
from quizml.references.boxes.nms import nms
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]


def batched_nms(
    boxes: ArrayLike, scores: ArrayLike, idxs: ArrayLike, iou_threshold: float = 0.5
) -> Integers:
    """Indices of the boxes that suppression within each class keeps, by falling score.

    boxes (N, 4) and scores (N,) as in `nms`, idxs (N,) the classes: any integers. A box goes when
    its IoU with a kept box of its own class is greater than the threshold. Of equal scores the
    lower index is the better, in a class and in the answer. No boxes, no indices.
    Source: torchvision.ops.batched_nms, its documentation.

    >>> boxes = [[0, 0, 2, 2], [0, 0, 2, 1.5], [0, 0, 2, 2]]
    >>> batched_nms(boxes, [0.8, 0.9, 0.7], [1, 1, 0]).tolist()
    [1, 2]
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    scores = np.asarray(scores, dtype=np.float64)
    idxs = np.asarray(idxs)
    stays = np.zeros(len(scores), dtype=bool)
    for label in np.unique(idxs):
        mine = np.flatnonzero(idxs == label)
        stays[mine[nms(boxes[mine], scores[mine], iou_threshold)]] = True
    kept = np.flatnonzero(stays)
    return np.asarray(kept[np.argsort(-scores[kept], kind="stable")])


def _some(rng: Generator, size: int) -> Arguments:
    count = 3 * size + 1
    found = {"boxes": crowd(rng, count), "scores": ranks(rng, count)}
    return found | {"idxs": rng.integers(0, 3, count)}


def _two_classes(rng: Generator, size: int) -> Arguments:
    """Around one place: with and without classes the answers differ."""
    places = rng.uniform(0, 2, (size + 2, 2))
    boxes = np.hstack([places, places + rng.uniform(8, 10, (size + 2, 2))]).round(2)
    scores = ranks(rng, size + 2)
    return {"boxes": boxes, "scores": scores, "idxs": rng.permutation(np.arange(size + 2) % 2)}


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"iou_threshold": float(rng.choice([0.2, 0.3, 0.7, 0.8]))}


def _one_class(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"idxs": np.full(len(found["idxs"]), rng.integers(0, 9))}


def _class_for_each(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"idxs": rng.permutation(len(found["idxs"]))}


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": np.rint(found["boxes"]).astype(np.int64)}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": np.zeros((0, 4)), "scores": np.zeros(0), "idxs": np.zeros(0, dtype=np.int64)}


def _alone(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": crowd(rng, 1), "scores": ranks(rng, 1), "idxs": rng.integers(0, 9, 1)}


def _classes_apart(rng: Generator, size: int) -> Arguments:
    """Class numbers that do not run from 0; one of them is below it."""
    found = _two_classes(rng, size)
    return found | {"idxs": np.array([-int(rng.integers(1, 9)), 7])[found["idxs"]]}


def _below_zero(rng: Generator, size: int) -> Arguments:
    """All coordinates at or below 0: the largest one says nothing about how far apart is enough."""
    found = _two_classes(rng, size)
    return found | {"boxes": found["boxes"] - found["boxes"].max()}


def _negative_scores(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"scores": found["scores"] * 10 - 12}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": found["boxes"] / 1000}


def _huge_classes(rng: Generator, size: int) -> Arguments:
    """Class numbers as a hash gives them: an offset that grows with them swallows the boxes."""
    found = _two_classes(rng, size)
    labels = rng.integers(2**54, 2**61, 2)
    return found | {"idxs": labels[found["idxs"]]}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"scores": rng.choice([0.25, 0.5, 0.75], len(found["scores"]))}


def _many(rng: Generator, size: int) -> Arguments:
    count = 75 * size
    found = {"boxes": crowd(rng, count), "scores": ranks(rng, count)}
    return found | {"idxs": rng.integers(0, 8, count)}


def _no_iou_near_threshold(arguments: Arguments) -> bool:
    """Whether no IoU within a class is so near the threshold that its last digits decide."""
    boxes, idxs = np.asarray(arguments["boxes"], dtype=np.float64), arguments["idxs"]
    gaps = np.abs(iou(boxes, boxes) - arguments.get("iou_threshold", 0.5))
    near = (gaps < 1e-4) & (idxs[:, None] == idxs)
    return not near.any()


def _without_classes(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    return nms(boxes, scores, **rest) if len(idxs) else np.zeros(0, dtype=np.intp)


def _class_by_class(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    found = batched_nms(boxes, scores, idxs, **rest)
    return found[np.argsort(idxs[found], kind="stable")]


def _by_index(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    return np.sort(batched_nms(boxes, scores, idxs, **rest))


def _offset_by_largest(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    offsets = idxs.astype(np.float64) * (boxes.max(initial=0) + 1)
    return nms(boxes + offsets[:, None], scores, **rest)


def _offset_of_one(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    return nms(boxes + idxs.astype(np.float64)[:, None], scores, **rest)


def _ties_by_higher(
    boxes: NDArray[Any], scores: NDArray[Any], idxs: NDArray[Any], **rest: float
) -> Integers:
    found = batched_nms(boxes[::-1], scores[::-1], idxs[::-1], **rest)
    return np.asarray(len(scores) - 1 - found)


HIDDEN = Hidden(
    Exercise(
        name="batched_nms",
        summary="Non-maximum suppression within each class.",
        parameters=(
            Parameter("boxes", "(N, 4) array of boxes x1, y1, x2, y2 in continuous coordinates"),
            Parameter("scores", "(N,) array, higher is better; may be negative"),
            Parameter("idxs", "(N,) array of the boxes' classes, integers"),
            Parameter("iou_threshold", "a box goes when its IoU with a kept one is greater", "0.5"),
        ),
        returns="(K,) array of the indices kept, integers, by falling score over all classes",
        kind=Returns.INTEGER,
        conventions=(
            "Only a kept box of the same class can suppress a box.",
            "Classes are any 64-bit integers: below 0, with gaps, very large.",
            "Coordinates may lie below 0.",
            "Of equal scores the lower index comes first, whatever the classes.",
            "An IoU that equals the threshold does not suppress.",
            "No boxes give an empty array of integers.",
        ),
        example=(
            (
                "batched_nms(np.array([[0, 0, 2, 2]] * 2), np.array([7, 9]), np.array([1, 0]))",
                "array([1, 0])",
            ),
        ),
    ),
    batched_nms,
    (
        Family(
            Category.BASIC,
            "two classes at one place",
            telling(_two_classes, batched_nms, _without_classes),
        ),
        Family(
            Category.BASIC,
            "three classes",
            telling(_some, batched_nms, _class_by_class, _offset_of_one),
        ),
        Family(
            Category.BASIC, "another threshold", telling(_other_threshold, batched_nms, _by_index)
        ),
        Family(Category.SHAPE, "one class for all", _one_class),
        Family(Category.SHAPE, "a class for each", _class_for_each),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "one box", _alone, 1),
        Family(Category.EDGE, "class numbers with gaps and below 0", _classes_apart),
        Family(
            Category.EDGE,
            "coordinates below 0",
            telling(_below_zero, batched_nms, _offset_by_largest),
        ),
        Family(Category.EDGE, "negative scores", _negative_scores),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(
            Category.STABILITY,
            "very large class numbers",
            telling(_huge_classes, batched_nms, _offset_by_largest),
        ),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(
            Category.TIES, "equal scores", telling(_equal_scores, batched_nms, _ties_by_higher), 4
        ),
        Family(Category.LARGE, "hundreds of boxes", _many, 1),
    ),
    (
        Suspect("the offset is taken from the largest coordinate", _offset_by_largest),
        Suspect("the classes are ignored: any better box suppresses", _without_classes),
        Suspect("the answer is ordered class by class, not by score", _class_by_class),
        Suspect("the right boxes, but not by falling score", _by_index),
        Suspect("the classes are moved apart by too little", _offset_of_one),
        Suspect("equal scores are taken from the higher index", _ties_by_higher),
    ),
    fair=_no_iou_near_threshold,
)
