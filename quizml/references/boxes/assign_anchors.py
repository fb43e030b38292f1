"""Labels of anchors for training: an object's index, background, or ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes._draw import as_single, telling
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]


def assign_anchors(
    anchors: ArrayLike,
    gt_boxes: ArrayLike,
    high_threshold: float = 0.7,
    low_threshold: float = 0.3,
) -> Integers:
    """For each anchor the object it is to find, -1 for background, -2 for ignored: (N,).

    anchors (N, 4), gt_boxes (M, 4). An anchor whose largest IoU with an object is at least the
    high threshold belongs to that object; below the low one it is background; between them it is
    ignored. But the best anchor of every object (all of them, where several are equally good),
    if it overlaps it at all, is positive, too, and belongs to the object that it overlaps most.
    Of equal IoUs the lower object index. No objects: all background. O(N M) time.
    Source: Ren et al. 2015, arXiv:1506.01497, section 3.1.2; numbers as in torchvision's Matcher.

    >>> anchors = [[0, 0, 10, 10], [0, 0, 10, 6], [0, 0, 10, 2], [20, 20, 30, 26]]
    >>> assign_anchors(anchors, [[0, 0, 10, 10], [20, 20, 30, 30]]).tolist()
    [0, -2, -1, 1]
    """
    overlaps = iou(np.reshape(anchors, (-1, 4)), np.reshape(gt_boxes, (-1, 4)))
    labels = np.full(len(overlaps), -1, dtype=np.intp)
    largest = overlaps.max(axis=1, initial=0)
    labels[largest >= low_threshold] = -2
    best_of_object = overlaps.max(axis=0, initial=0)
    is_best = ((overlaps == best_of_object) & (best_of_object > 0)).any(axis=1)
    positive = np.flatnonzero((largest >= high_threshold) | is_best)
    if overlaps.shape[1]:
        labels[positive] = overlaps[positive].argmax(axis=1)
    return labels


def _objects(rng: Generator, count: int) -> Floats:
    corner = rng.uniform(0, 12, (count, 2)) + 9 * np.arange(count)[:, None]
    return np.hstack([corner, corner + rng.uniform(8, 14, (count, 2))]).round(2)


def _anchors_near(rng: Generator, gt_boxes: Floats, count: int, spread: float = 2.5) -> Floats:
    """Anchors at all distances from the objects, so that all labels occur."""
    near = gt_boxes[rng.integers(0, len(gt_boxes), count)]
    return np.asarray(near + rng.normal(0, 1, near.shape) * rng.uniform(0.1, spread, (count, 1)))


def _scene(rng: Generator, anchors: int, objects: int) -> Arguments:
    gt_boxes = _objects(rng, objects)
    far = rng.uniform(0, 40, (anchors // 3, 2))
    far = np.hstack([far, far + rng.uniform(6, 15, (anchors // 3, 2))])
    near = _anchors_near(rng, gt_boxes, anchors - anchors // 3)
    return {"anchors": rng.permutation(np.vstack([near, far])).round(2), "gt_boxes": gt_boxes}


def _one_object(rng: Generator, size: int) -> Arguments:
    """A good anchor, a middling one and a bad one."""
    wide, high = rng.integers(8, 20, 2)
    shares = np.concatenate([[0.9, 0.5, 0.1], rng.uniform(0.1, 0.95, size - 1)])
    anchors = np.array([[0.0, 0.0, wide, share * high] for share in rng.permutation(shares)])
    return {"anchors": anchors.round(2), "gt_boxes": np.array([[0.0, 0.0, wide, high]])}


def _any_scene(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 4 * size + 2, size + 1)


def _some(rng: Generator, size: int) -> Arguments:
    """Every object in reach, and its best anchor its own."""
    return telling(_any_scene, assign_anchors, agreeing=(_for_its_object, _best_at_zero))(rng, size)


def _poor_anchors(rng: Generator, size: int) -> Arguments:
    """Objects between the sizes of the anchors: their best ones are below both thresholds."""
    corner = 25.0 * np.arange(size + 1)[:, None] + rng.uniform(0, 5, (size + 1, 2))
    gt_boxes = np.hstack([corner, corner + rng.uniform(9, 10, (size + 1, 2))])
    anchors = np.vstack(
        [
            np.hstack([corner, corner + rng.uniform(*span, (size + 1, 2))])
            for span in ((4, 6), (2, 3))
        ]
    )
    return {"anchors": rng.permutation(anchors).round(2), "gt_boxes": gt_boxes.round(2)}


def _other_thresholds(rng: Generator, size: int) -> Arguments:
    high, low = ((0.5, 0.4), (0.6, 0.2), (0.5, 0.5), (0.8, 0.3))[int(rng.integers(0, 4))]
    return _some(rng, size) | {"high_threshold": high, "low_threshold": low}


def _more_objects(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size + 1, 2 * size + 2)


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return {name: np.rint(8 * value).astype(np.int64) for name, value in found.items()}


def _no_objects(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"gt_boxes": np.zeros((0, 4))}


def _no_anchors(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"anchors": np.zeros((0, 4))}


def _out_of_reach(rng: Generator, size: int) -> Arguments:
    """An object that no anchor overlaps: all are equally good for it, at an IoU of 0."""
    found = _some(rng, size)
    return found | {"gt_boxes": np.vstack([found["gt_boxes"], [[500.0, 500.0, 510.0, 520.0]]])}


def _exactly_at_thresholds(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """IoUs of exactly 1, 1/2 and 1/4: powers of two, so that no rounding decides."""
    side = float(rng.choice([4.0, 8.0, 16.0]))
    anchors = np.array(
        [[0.0, 0.0, side, side * share] for share in rng.permutation([1, 0.5, 0.25])]
    )
    found = {"anchors": anchors, "gt_boxes": np.array([[0.0, 0.0, side, side]])}
    return found | {"high_threshold": 0.5, "low_threshold": 0.25}


def _best_elsewhere(rng: Generator, size: int) -> Arguments:
    """The best anchor of a large object lies on a small one beside it, and belongs to that."""
    left = 60.0 * np.arange(size)[:, None]
    small = np.hstack([left, left * 0, left + 10, left * 0 + 10]) + rng.uniform(0, 1, (size, 1))
    large = small + np.array([4.0, 0.0, 30.0, 4.0])
    order = rng.permutation(2 * size)
    return {"anchors": small.round(2), "gt_boxes": np.vstack([small + 0.5, large])[order].round(2)}


def _normalised(rng: Generator, size: int) -> Arguments:
    return {name: value / 64 for name, value in _some(rng, size).items()}


def _twice(rng: Generator, size: int) -> Arguments:
    """Every anchor twice: the best one of an object is two."""
    found = _poor_anchors(rng, size)
    return found | {"anchors": rng.permutation(np.repeat(found["anchors"], 2, axis=0))}


def _on_a_grid(rng: Generator, size: int) -> Arguments:
    """Whole numbers: objects in the middle between equal anchors, and twice the same object."""
    left = 8 * np.arange(size + 1)[:, None]
    anchors = np.hstack([left, left * 0, left + 8, left * 0 + 8]).astype(np.float64)
    gt_boxes = np.array([[4.0, 0.0, 12.0, 8.0], [8.0 * size, 2.0, 8.0 * size + 8, 8.0]])
    return {"anchors": anchors, "gt_boxes": gt_boxes[rng.permutation([0, 1, 1])]}


def _many(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 400 * size, 4 * size)


def _no_close_call(arguments: Arguments) -> bool:
    """Whether no label hangs on the last digits.

    Equal IoUs are fair where all corners are whole numbers, or the boxes the same; exactly at a
    threshold is where that is all that is asked.
    """
    anchors, gt_boxes = (
        np.asarray(arguments[n], dtype=np.float64) for n in ("anchors", "gt_boxes")
    )
    gap = 1e-5 if arguments["anchors"].dtype == np.float32 else 1e-8
    whole = bool(np.all(anchors == np.rint(anchors)) and np.all(gt_boxes == np.rint(gt_boxes)))
    overlaps = iou(anchors, gt_boxes)
    for name, usual in (("high_threshold", 0.7), ("low_threshold", 0.3)):
        off = np.abs(overlaps - arguments.get(name, usual))
        if np.any((off < gap) & ~(whole & (off == 0) & (overlaps.size == 3))):
            return False
    for table, things in ((overlaps, gt_boxes), (overlaps.T, anchors)):
        near = (table > table.max(axis=1, initial=0)[:, None] - gap) & (table > 0)
        for row in np.flatnonzero(near.sum(axis=1) > 1):
            rivals = np.flatnonzero(near[row])
            best = table[row].argmax()
            same = (things[rivals] == things[best]).all(axis=-1)
            if not np.all(same | (whole & (table[row, rivals] == table[row, best]))):
                return False
    return True


def _labelled(overlaps: Floats, high: float, low: float) -> Integers:
    """Without the rule of the best anchor."""
    largest = overlaps.max(axis=1, initial=0)
    own = overlaps.argmax(axis=1) if overlaps.shape[1] else -1
    return np.asarray(np.where(largest >= high, own, np.where(largest < low, -1, -2)))


def _two_thresholds(
    anchors: NDArray[Any],
    gt_boxes: NDArray[Any],
    high_threshold: float = 0.7,
    low_threshold: float = 0.3,
) -> Integers:
    return _labelled(iou(anchors, gt_boxes), high_threshold, low_threshold)


def _one_threshold(
    anchors: NDArray[Any], gt_boxes: NDArray[Any], high_threshold: float = 0.7, **_: float
) -> Integers:
    found = assign_anchors(anchors, gt_boxes, high_threshold, high_threshold)
    return np.asarray(found)


def _for_its_object(
    anchors: NDArray[Any], gt_boxes: NDArray[Any], *thresholds: float, **named: float
) -> Integers:
    labels = assign_anchors(anchors, gt_boxes, *thresholds, **named)
    overlaps = iou(anchors, gt_boxes)
    for k in range(len(gt_boxes) if len(anchors) else 0):
        best = overlaps[:, k].max()
        labels[(overlaps[:, k] == best) & (best > 0)] = k
    return labels


def _first_of_best(
    anchors: NDArray[Any], gt_boxes: NDArray[Any], *thresholds: float, **named: float
) -> Integers:
    labels = _two_thresholds(anchors, gt_boxes, *thresholds, **named)
    overlaps = iou(anchors, gt_boxes)
    for k in range(len(gt_boxes) if len(anchors) else 0):
        best = overlaps[:, k].argmax()
        if overlaps[best, k] > 0:
            labels[best] = overlaps[best].argmax()
    return labels


def _best_at_zero(
    anchors: NDArray[Any], gt_boxes: NDArray[Any], *thresholds: float, **named: float
) -> Integers:
    labels = _two_thresholds(anchors, gt_boxes, *thresholds, **named)
    overlaps = iou(anchors, gt_boxes)
    best = (overlaps == overlaps.max(axis=0)).any(axis=1)
    labels[best] = overlaps[best].argmax(axis=1)
    return labels


_TYPED = "assign_anchors(np.array([[0, 0, 9, y] for y in (9, 5, 1)]), np.array([[0, 0, 9, 9]]))"

HIDDEN = Hidden(
    Exercise(
        name="assign_anchors",
        summary="Label anchors for training: an object, background or ignored.",
        parameters=(
            Parameter("anchors", "(N, 4) array of boxes x1, y1, x2, y2"),
            Parameter("gt_boxes", "(M, 4) array of the objects' boxes"),
            Parameter("high_threshold", "the least IoU of a positive anchor", "0.7"),
            Parameter("low_threshold", "below it an anchor is background", "0.3"),
        ),
        returns="(N,) array of integers: the object's index, -1 background, -2 ignored",
        kind=Returns.INTEGER,
        conventions=(
            "An anchor is judged by its largest IoU: >= high is positive, < low is background,",
            "anything between is ignored. A positive one belongs to the object of that IoU.",
            "The best anchor of each object is positive whatever its IoU, if that is above 0;",
            "all of them where several are best. It, too, belongs to the object it overlaps most.",
            "Of equal IoUs the lower object index.",
            "Without objects all anchors are background. N or M may be 0.",
        ),
        example=((_TYPED, "array([ 0, -2, -1])"),),
    ),
    assign_anchors,
    (
        Family(Category.BASIC, "one object", _one_object),
        Family(Category.BASIC, "objects that no anchor fits", _poor_anchors),
        Family(
            Category.BASIC,
            "some objects",
            telling(_some, assign_anchors, _one_threshold, _two_thresholds),
        ),
        Family(Category.BASIC, "other thresholds", _other_thresholds),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integers),
        Family(Category.EDGE, "no objects", _no_objects, 1),
        Family(Category.EDGE, "no anchors", _no_anchors, 1),
        Family(Category.EDGE, "more objects than anchors", _more_objects),
        Family(Category.EDGE, "an object out of reach", _out_of_reach),
        Family(Category.EDGE, "IoUs exactly at the thresholds", _exactly_at_thresholds),
        Family(
            Category.EDGE,
            "the best anchor of one object overlaps another more",
            telling(_best_elsewhere, assign_anchors, _for_its_object),
        ),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "every anchor twice", _twice),
        Family(Category.TIES, "anchors and objects on a grid", _on_a_grid),
        Family(Category.LARGE, "thousands of anchors", _many, 1),
    ),
    (
        Suspect("the best anchor of an object is not made positive", _two_thresholds),
        Suspect("nothing is ignored: all below the high threshold is background", _one_threshold),
        Suspect("the best anchor of an object is given to that object", _for_its_object),
        Suspect("an object out of reach makes every anchor positive", _best_at_zero),
        Suspect("of several best anchors only the first is positive", _first_of_best),
    ),
    fair=_no_close_call,
)
