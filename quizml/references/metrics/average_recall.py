"""Average recall of a detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.metrics import _detections as detections
from quizml.references.metrics._matching import true_positives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Arrays = Sequence[NDArray[Any]]


def average_recall(
    boxes: Arrays,
    scores: Arrays,
    labels: Arrays,
    true_boxes: Arrays,
    true_labels: Arrays,
    max_detections: int = 100,
) -> float:
    """Share of the objects found with so many detections an image, averaged as COCO does.

    Each argument but the last is a list with one array an image, as for mAP. Of each class and
    image the `max_detections` best scored detections are kept and matched with the objects: by
    falling score each takes the free object of the highest IoU if that reaches the threshold.
    Recall is the number of objects found in all images over the number of objects; it is
    averaged over the thresholds 0.50, 0.55, ..., 0.95 and the classes that have objects. Scores
    serve to choose and to order only; false positives cost nothing. No objects: NaN.
    Source: Lin et al. 2014, arXiv:1405.0312; pycocotools, COCOeval.accumulate.

    >>> one, label = np.array([[258.0, 41.0, 606.0, 285.0]]), np.array([0])
    >>> truth = np.array([[214.0, 41.0, 562.0, 285.0]])
    >>> average_recall([one], [np.array([0.5])], [label], [truth], [label])
    0.6
    """
    thresholds = np.linspace(0.5, 0.95, 10)
    recalls = []
    for name in np.unique(np.concatenate([np.ravel(each) for each in true_labels])):
        found, num_gt = np.zeros(len(thresholds)), 0
        for seen, sure, said, true, real in zip(
            boxes, scores, labels, true_boxes, true_labels, strict=True
        ):
            mine, objects = np.flatnonzero(said == name), true[real == name]
            best = np.argsort(-sure[mine].astype(np.float64), kind="stable")[:max_detections]
            mine = mine[best]
            num_gt += len(objects)
            for i, threshold in enumerate(thresholds):
                found[i] += true_positives(seen[mine], sure[mine], objects, threshold).sum()
        recalls.append(found / num_gt)
    return float(np.mean(recalls)) if recalls else float("nan")


def _one_image(rng: Generator, size: int) -> Arguments:
    return detections.gathered(rng, [detections.image(rng, 2 + size, 1)])


def _one_class(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 2 + size, 4, 1)


def _some(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 2 + size, 4, 3)


def _at_most_one(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"max_detections": 1}


def _at_most_two(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 2 + size, 5, 1) | {"max_detections": 2}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return detections.converted(_some(rng, size), np.float32, "boxes", "scores", "true_boxes")


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    return detections.converted(_some(rng, size), np.int64, "boxes", "true_boxes")


def _with_nothing(rng: Generator, size: int) -> Arguments:
    """Beside others an image without objects, and one without detections."""
    drawn = [detections.image(rng, 3, 1) for _ in range(size)]
    boxes, labels, true_boxes, true_labels = detections.image(rng, 2, 1)
    drawn.append((boxes, labels, detections.NOTHING, detections.NO_LABELS))
    drawn.append((detections.NOTHING, detections.NO_LABELS, true_boxes, true_labels))
    return detections.gathered(rng, drawn)


def _only_detected(rng: Generator, size: int) -> Arguments:
    found = detections.several(rng, 2 + size, 3, 2)
    for key in ("labels", "true_labels"):
        found[key] = [each + 4 for each in found[key]]
    for labels in found["labels"]:
        labels[-1] = 9
    return found


def _many_seen_twice(rng: Generator, size: int) -> Arguments:
    """An object alone in each image is seen again and again; recall must not exceed 1."""
    images = []
    for _ in range(size):
        truth = detections.some_boxes(rng, 1)
        seen = np.vstack([detections.moved(rng, truth, 1.0) for _ in range(4)])
        images.append((seen, np.zeros(4, int), truth, np.zeros(1, int)))
    return detections.gathered(rng, images)


def _low_scores(rng: Generator, size: int) -> Arguments:
    """Scores far below one half, and below 0: no threshold is theirs."""
    found = _one_class(rng, size)
    return found | {"scores": [4 * each - 5 for each in found["scores"]]}


def _all_missed(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": [each + 500.0 for each in found["boxes"]]}


def _no_objects(rng: Generator, size: int) -> Arguments:
    boxes, labels, _, _ = detections.image(rng, size, 2)
    return detections.gathered(rng, [(boxes, labels, detections.NOTHING, detections.NO_LABELS)])


def _crowded(rng: Generator, size: int) -> Arguments:
    return detections.crowded(rng, size)


def _equal_scores(rng: Generator, size: int) -> Arguments:
    """All detections of an image are equally sure, and only the first two may count."""
    found = detections.several(rng, 2 + size, 4, 1)
    found["scores"] = [np.full(len(each), 0.5) for each in found["scores"]]
    return found | {"max_detections": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 3 * size, 5, 3) | {"max_detections": 10}


def _is_clear(arguments: Arguments) -> bool:
    return detections.clear(arguments, tuple(np.linspace(0.5, 0.95, 10).tolist()))


def _no_limit(*args: Any, **named: Any) -> float:
    return average_recall(*args, **named | {"max_detections": 100})


def _limit_for_all_classes(*, max_detections: int = 100, **lists: Any) -> float:
    """So many detections of an image together, whatever their class."""
    chosen = [np.argsort(-s, kind="stable")[:max_detections] for s in lists["scores"]]
    for key in ("boxes", "scores", "labels"):
        lists[key] = [each[best] for each, best in zip(lists[key], chosen, strict=True)]
    return average_recall(**lists)


def _image_by_image(*, max_detections: int = 100, **lists: Any) -> float:
    each = [
        average_recall(
            **{name: [array] for name, array in zip(lists, one, strict=True)},
            max_detections=max_detections,
        )
        for one in zip(*lists.values(), strict=True)
    ]
    known = [share for share in each if not np.isnan(share)]
    return float(np.sum(known) / max(len(known), 1))


def _at_one_half(
    boxes: Any, scores: Any, labels: Any, true_boxes: Any, true_labels: Any, **rest: Any
) -> float:
    """Recall at the threshold 0.5 alone: boxes that match get the objects' own corners."""
    exact = []
    for seen, sure, said, true, real in zip(
        boxes, scores, labels, true_boxes, true_labels, strict=True
    ):
        copy = seen.astype(np.float64)
        for name in np.unique(said):
            mine, objects = np.flatnonzero(said == name), true[real == name]
            for i in mine[np.argsort(-sure[mine], kind="stable")]:
                alone = [true_positives(copy[[i]], sure[[i]], box[None], 0.5) for box in objects]
                place = np.flatnonzero(np.ravel(alone))
                copy[i] = objects[place[0]] if len(place) else copy[i] + 900
        exact.append(copy)
    return average_recall(exact, scores, labels, true_boxes, true_labels, **rest)


def _of_all_objects(
    *, labels: Any, true_labels: Any, max_detections: int = 100, **rest: Any
) -> float:
    """Objects of all classes in one recall: frequent classes weigh more."""
    total, found = 0, 0.0
    for name in np.unique(np.concatenate(true_labels)):
        mine = [np.where(each == name, 0, -1) for each in true_labels]
        said = [np.where(each == name, 0, -2) for each in labels]
        count = sum(int((each == 0).sum()) for each in mine)
        boxes = [b[m == 0] for b, m in zip(rest["true_boxes"], mine, strict=True)]
        share = average_recall(
            rest["boxes"],
            rest["scores"],
            said,
            boxes,
            [m[m == 0] for m in mine],
            max_detections,
        )
        total, found = total + count, found + count * share
    return found / max(total, 1)


HIDDEN = Hidden(
    Exercise(
        name="average_recall",
        summary="Average recall (AR) of a detector with a limited number of detections an image.",
        parameters=(
            Parameter("boxes", "list of (N, 4) arrays, one an image: detections x1, y1, x2, y2"),
            Parameter("scores", "list of (N,) arrays: how sure the detector is of each"),
            Parameter("labels", "list of (N,) arrays of integers: the class of each detection"),
            Parameter("true_boxes", "list of (M, 4) arrays: the objects of each image"),
            Parameter("true_labels", "list of (M,) arrays of integers: their classes"),
            Parameter("max_detections", "detections kept of each class in each image", "100"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "N and M differ from image to image and may be 0; there is at least one image.",
            "Of each class in each image only the max_detections best scored detections are kept.",
            "Of equal scores the earlier is the better.",
            "By falling score a detection looks for the highest IoU with an object not yet taken.",
            "If that is >= the threshold, it takes the object, which then is found.",
            "Recall is of a class and threshold: objects found / objects, counted over all images.",
            "AR is its mean over the ten thresholds 0.50, 0.55, ..., 0.95 and over the classes.",
            "Averaged are the classes that have objects. If none has, the answer is NaN.",
        ),
        example=(
            (
                (
                    "average_recall([b := np.array([[0, 0, 4, 4]])], [n := np.ones(1)], "
                    "[n], [b], [n])"
                ),
                "1.0",
            ),
        ),
    ),
    average_recall,
    (
        Family(Category.BASIC, "one image, one class", _one_image),
        Family(Category.BASIC, "several images, one class", _one_class, 3),
        Family(Category.BASIC, "several images and classes", _some, 3),
        Family(Category.BASIC, "one detection of each class", _at_most_one),
        Family(Category.BASIC, "two detections of one class", _at_most_two),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "images with nothing to find or nothing found", _with_nothing),
        Family(Category.EDGE, "a class that is only detected", _only_detected),
        Family(Category.EDGE, "an object seen several times", _many_seen_twice),
        Family(Category.EDGE, "objects side by side", _crowded),
        Family(Category.EDGE, "low and negative scores", _low_scores, 1),
        Family(Category.EDGE, "every object is missed", _all_missed, 1),
        Family(Category.EDGE, "no objects at all", _no_objects, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some, 1),
        Family(Category.TIES, "equal scores", _equal_scores),
        Family(Category.LARGE, "a dozen images", _many, 1),
    ),
    (
        Suspect("the argument `max_detections` is ignored", _no_limit),
        Suspect("the limit holds for each class, not for all together", _limit_for_all_classes),
        Suspect("recall of each image by itself; count over all images first", _image_by_image),
        Suspect("only the threshold 0.5; asked is the mean over ten", _at_one_half),
        Suspect("the classes weigh by their objects; they weigh equally", _of_all_objects),
    ),
    fair=_is_clear,
)
