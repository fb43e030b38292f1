"""Mean average precision of a detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.metrics import _detections as detections
from quizml.references.metrics._matching import true_positives
from quizml.references.metrics.average_precision import average_precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Arrays = Sequence[NDArray[Any]]


def mean_average_precision(
    boxes: Arrays,
    scores: Arrays,
    labels: Arrays,
    true_boxes: Arrays,
    true_labels: Arrays,
    iou_thresholds: tuple[float, ...] = (0.5,),
) -> float:
    """Mean of the average precision over the classes that have objects, and over thresholds.

    Each argument is a list with one array an image: boxes (N, 4), scores (N,), labels (N,) of
    the detections, true_boxes (M, 4), true_labels (M,) of the objects. Matching is done image by
    image and class by class: by falling score a detection takes the free object of the highest
    IoU if that reaches the threshold. Ranking is done class by class over all images; the area
    under the envelope is the class's AP. A class that is only detected has no recall and does
    not count; with no objects at all the answer is NaN.
    Source: Everingham et al. 2010, doi:10.1007/s11263-009-0275-4; Lin et al. 2014,
    arXiv:1405.0312 (which samples the envelope at 101 recalls instead).

    >>> one, label = np.array([[258.0, 41.0, 606.0, 285.0]]), np.array([0])
    >>> truth = np.array([[214.0, 41.0, 562.0, 285.0]])
    >>> mean_average_precision([one], [np.array([0.5])], [label], [truth], [label], (0.5, 0.8))
    0.5
    """
    areas = []
    for name in np.unique(np.concatenate([np.ravel(each) for each in true_labels])):
        ranked: list[NDArray[Any]] = []
        hits: list[list[NDArray[Any]]] = [[] for _ in iou_thresholds]
        num_gt = 0
        for seen, sure, said, true, real in zip(
            boxes, scores, labels, true_boxes, true_labels, strict=True
        ):
            mine, objects = said == name, true[real == name]
            ranked.append(sure[mine])
            num_gt += len(objects)
            for found, threshold in zip(hits, iou_thresholds, strict=True):
                found.append(true_positives(seen[mine], sure[mine], objects, threshold))
        for found in hits:
            area = average_precision(np.concatenate(found), np.concatenate(ranked), num_gt)
            areas.append(area)
    return float(np.mean(areas)) if areas else float("nan")


def _one_image(rng: Generator, size: int) -> Arguments:
    return detections.gathered(rng, [detections.image(rng, 2 + size, 1)])


def _one_class(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 2 + size, 4, 1)


def _some(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 2 + size, 4, 3)


def _strict(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"iou_thresholds": (0.75,)}


def _several_thresholds(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"iou_thresholds": (0.5, 0.6, 0.7, 0.8, 0.9)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return detections.converted(_some(rng, size), np.float32, *("boxes", "scores", "true_boxes"))


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    return detections.converted(_some(rng, size), np.int64, "boxes", "true_boxes")


def _without_objects(rng: Generator, size: int) -> Arguments:
    """Detections in images without objects are false alarms all the same."""
    drawn = [detections.image(rng, 3, 1) for _ in range(size)]
    for _ in range(size):
        boxes, labels, _, _ = detections.image(rng, 2, 1)
        drawn.append((boxes, labels, detections.NOTHING, detections.NO_LABELS))
    return detections.gathered(rng, drawn)


def _without_detections(rng: Generator, size: int) -> Arguments:
    drawn = [detections.image(rng, 3, 2) for _ in range(size)]
    _, _, true_boxes, true_labels = detections.image(rng, 2, 2)
    drawn.append((detections.NOTHING, detections.NO_LABELS, true_boxes, true_labels))
    return detections.gathered(rng, drawn)


def _only_detected(rng: Generator, size: int) -> Arguments:
    """A class without objects is detected all the same; numbers of classes have gaps."""
    found = detections.several(rng, 2 + size, 3, 2)
    for key in ("labels", "true_labels"):
        found[key] = [each + 4 for each in found[key]]
    for labels in found["labels"]:
        labels[-1] = 9
    return found


def _all_missed(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": [each + 500.0 for each in found["boxes"]]}


def _no_objects(rng: Generator, size: int) -> Arguments:
    boxes, labels, _, _ = detections.image(rng, size, 2)
    return detections.gathered(rng, [(boxes, labels, detections.NOTHING, detections.NO_LABELS)])


def _at_threshold(rng: Generator, size: int) -> Arguments:
    return detections.exactly(rng, [0.5, *rng.choice([0.25, 0.5, 0.75], size)])


def _crowded(rng: Generator, size: int) -> Arguments:
    return detections.crowded(rng, size)


def _equal_scores(rng: Generator, size: int) -> Arguments:
    """Few different scores; of the best, a false alarm comes first and then a hit."""
    found = detections.several(rng, 2 + size, 4, 1)
    true_boxes, none = detections.some_boxes(rng, 1), detections.NOTHING
    found["scores"] = [rng.choice([0.25, 0.5], len(each)) for each in found["scores"]]
    for place, objects in ((0, none), (1, true_boxes)):
        found["boxes"].insert(place, true_boxes.copy())
        found["scores"].insert(place, np.array([0.75]))
        found["labels"].insert(place, np.zeros(1, dtype=np.int64))
        found["true_boxes"].insert(place, objects)
        found["true_labels"].insert(place, np.zeros(len(objects), dtype=np.int64))
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return detections.several(rng, 5 * size, 6, 4)


def _is_clear(arguments: Arguments) -> bool:
    return detections.clear(arguments, arguments.get("iou_thresholds", (0.5,)))


def _default_threshold(*args: Any, **named: Any) -> float:
    return mean_average_precision(*args, **named | {"iou_thresholds": (0.5,)})


def _image_by_image(*, iou_thresholds: tuple[float, ...] = (0.5,), **lists: Any) -> float:
    """The mean of each image's own mAP."""
    each = [
        mean_average_precision(
            **{name: [array] for name, array in zip(lists, one, strict=True)},
            iou_thresholds=iou_thresholds,
        )
        for one in zip(*lists.values(), strict=True)
    ]
    known = [area for area in each if not np.isnan(area)]
    return float(np.sum(known) / max(len(known), 1))


def _classes_mixed(*, labels: Any, true_labels: Any, **rest: Any) -> float:
    zeros = [np.zeros_like(each) for each in labels], [np.zeros_like(each) for each in true_labels]
    return mean_average_precision(labels=zeros[0], true_labels=zeros[1], **rest)


def _detected_classes_count(*, labels: Any, true_labels: Any, **rest: Any) -> float:
    """A class without objects counts with 0."""
    real, said = (np.unique(np.concatenate(lists)) for lists in (true_labels, labels))
    share = len(real) / max(len(np.union1d(real, said)), 1)
    found = mean_average_precision(labels=labels, true_labels=true_labels, **rest)
    return float(np.nan_to_num(found) * share)


def _used_again(*, iou_thresholds: tuple[float, ...] = (0.5,), **lists: Any) -> float:
    """An object found once may be found again, but counts once for recall."""
    columns = [list(lists[name]) for name in detections.NAMES]
    areas = []
    for name in np.unique(np.concatenate(columns[4])):
        num_gt = sum(int((each == name).sum()) for each in columns[4])
        for threshold in iou_thresholds:
            hits, ranked = [], []
            for b, s, n, tb, tn in zip(*columns, strict=True):
                mine, truth = n == name, tb[tn == name]
                overlaps = iou(b[mine], truth).max(axis=1, initial=0.0)
                hits.append(overlaps >= threshold)
                ranked.append(s[mine])
            areas.append(average_precision(np.concatenate(hits), np.concatenate(ranked), num_gt))
    return float(np.mean(areas)) if areas else float("nan")


HIDDEN = Hidden(
    Exercise(
        name="mean_average_precision",
        summary="Mean average precision (mAP) of a detector over images and classes.",
        parameters=(
            Parameter("boxes", "list of (N, 4) arrays, one an image: detections x1, y1, x2, y2"),
            Parameter("scores", "list of (N,) arrays: how sure the detector is of each"),
            Parameter("labels", "list of (N,) arrays of integers: the class of each detection"),
            Parameter("true_boxes", "list of (M, 4) arrays: the objects of each image"),
            Parameter("true_labels", "list of (M,) arrays of integers: their classes"),
            Parameter("iou_thresholds", "the answer is averaged over these", "(0.5,)"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "N and M differ from image to image and may be 0; there is at least one image.",
            "IoU is of continuous coordinates: a box is x2 - x1 wide, no +1.",
            "Matching goes image by image, class by class and threshold by threshold.",
            "By falling score a detection looks for the highest IoU with an object not yet taken.",
            "If that is >= the threshold, it takes the object: a hit. Else it is a false positive.",
            "Ranking: a class's detections of all images together, by falling score.",
            "Of equal scores the earlier image, then the earlier detection, comes first.",
            "AP is the exact area under the envelope of the precision-recall curve.",
            "The envelope at a recall is the best precision at this or any larger recall.",
            "Averaged are the classes that have objects. If none has, the answer is NaN.",
        ),
        example=(
            (
                (
                    "mean_average_precision([b := np.array([[0, 0, 4, 4]])], [n := np.ones(1)], "
                    "[n], [b], [n])"
                ),
                "1.0",
            ),
        ),
    ),
    mean_average_precision,
    (
        Family(Category.BASIC, "one image, one class", _one_image),
        Family(Category.BASIC, "several images, one class", _one_class, 3),
        Family(Category.BASIC, "several images and classes", _some, 3),
        Family(Category.BASIC, "another threshold", _strict),
        Family(Category.BASIC, "several thresholds", _several_thresholds),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "images without objects", _without_objects),
        Family(Category.EDGE, "an image without detections", _without_detections),
        Family(Category.EDGE, "a class that is only detected", _only_detected),
        Family(Category.EDGE, "objects side by side", _crowded, 3),
        Family(Category.EDGE, "IoU exactly at the threshold", _at_threshold),
        Family(Category.EDGE, "every object is missed", _all_missed, 1),
        Family(Category.EDGE, "no objects at all", _no_objects, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some, 1),
        Family(Category.TIES, "equal scores", _equal_scores),
        Family(Category.LARGE, "dozens of images", _many, 1),
    ),
    (
        Suspect("an image's detections are ranked by themselves; rank all images", _image_by_image),
        Suspect("detections are matched with objects of another class", _classes_mixed),
        Suspect("an object is found more than once; a second detection is wrong", _used_again),
        Suspect(
            "a class without objects counts with AP 0; it is left out", _detected_classes_count
        ),
        Suspect("the argument `iou_thresholds` is ignored", _default_threshold),
    ),
    fair=_is_clear,
)
