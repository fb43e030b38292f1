"""Images with objects and detections, for the cases of the detectors' metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.references.boxes.iou import iou
from quizml.references.metrics._drawing import spaced

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Array = NDArray[Any]

NAMES = ("boxes", "scores", "labels", "true_boxes", "true_labels")
NOTHING = np.zeros((0, 4))
NO_LABELS = np.zeros(0, dtype=np.int64)


def gathered(rng: Generator, images: list[tuple[Array, Array, Array, Array]]) -> Arguments:
    """Images of (boxes, labels, true boxes, true labels); no two scores of them all are alike."""
    counts = [len(image[0]) for image in images]
    scores = np.split(spaced(rng, sum(counts)), np.cumsum(counts)[:-1])
    columns = [list(column) for column in zip(*images, strict=True)]
    boxes, labels, true_boxes, true_labels = columns
    return dict(zip(NAMES, (boxes, scores, labels, true_boxes, true_labels), strict=True))


def some_boxes(rng: Generator, count: int) -> Array:
    """Boxes anywhere in a picture; corners on a grid that float32 knows, too."""
    corner = rng.uniform(0, 40, (count, 2))
    boxes = np.hstack([corner, corner + rng.uniform(8, 18, (count, 2))])
    return np.asarray(np.round(boxes * 32) / 32)


def moved(rng: Generator, boxes: Array, most: float) -> Array:
    """The boxes with each side shifted by up to so much."""
    return np.asarray(np.round((boxes + rng.uniform(-most, most, boxes.shape)) * 32) / 32)


def apart(rng: Generator, count: int) -> Array:
    """Boxes of which none overlaps another by much."""
    found = some_boxes(rng, 1)
    while len(found) < count:
        new = some_boxes(rng, 1)
        if iou(new, found).max() < 0.15:
            found = np.vstack([found, new])
    return found[:count]


def image(
    rng: Generator, objects: int, classes: int, first: int = 0
) -> tuple[Array, Array, Array, Array]:
    """Objects; of most a good detection, of some a poor one or a second; and false alarms.

    The first object is of the class `first`, and is seen twice.
    """
    true_boxes, true_labels = apart(rng, objects), rng.integers(0, classes, objects)
    true_labels[:1] = first % classes
    good, poor = rng.random(objects) < 0.8, rng.random(objects) < 0.6
    good[:1] = poor[:1] = True
    alarms = int(rng.integers(1, 3))
    boxes = [
        moved(rng, true_boxes[good], 0.7),
        moved(rng, true_boxes[poor], 2.0),
        some_boxes(rng, alarms),
    ]
    labels = [true_labels[good], true_labels[poor], rng.integers(0, classes, alarms)]
    return np.concatenate(boxes), np.concatenate(labels), true_boxes, true_labels


def several(rng: Generator, count: int, objects: int, classes: int) -> Arguments:
    """So many images with that many objects at most; each class has an object somewhere."""
    sizes = rng.integers(1, objects + 1, count)
    return gathered(rng, [image(rng, int(n), classes, i) for i, n in enumerate(sizes)])


def crowded(rng: Generator, size: int) -> Arguments:
    """Two objects side by side, and both detections are nearest to the first of them."""
    images = []
    for _ in range(size):
        left = some_boxes(rng, 1)
        width = left[0, 2] - left[0, 0]
        aside = np.array([width, 0, width, 0])
        pair = np.vstack([left, left + aside / 4])
        seen = np.vstack([left + aside / 16, left + aside / 10])
        images.append((seen, np.zeros(2, int), pair, np.zeros(2, int)))
    return gathered(rng, images)


def exactly(rng: Generator, thresholds: list[float]) -> Arguments:
    """A detection of IoU exactly 1/2 or 3/4: huge powers of two, so that no rounding decides."""
    images = []
    for threshold in thresholds:
        side = float(2 ** rng.integers(14, 17))
        whole = np.array([[0.0, 0.0, side, side]])
        images.append((whole * [1, 1, threshold, 1], np.ones(1, int), whole, np.ones(1, int)))
    return gathered(rng, images)


def converted(found: Arguments, kind: Any, *names: str) -> Arguments:
    """With arrays of these names in another type."""
    return found | {name: [array.astype(kind) for array in found[name]] for name in names}


def clear(arguments: Arguments, thresholds: tuple[float, ...]) -> bool:
    """Whether no IoU is so near a threshold, or to another of one box, that rounding decides.

    Exactly at it is fair where boxes are huge: those are powers of two.
    """
    for boxes, true_boxes in zip(arguments["boxes"], arguments["true_boxes"], strict=True):
        overlaps = iou(boxes, true_boxes)
        exact = boxes.max(initial=0.0) > 4000
        gaps = np.abs(overlaps[..., None] - np.array(thresholds))
        if np.any(gaps < 1e-5) and not exact:
            return False
        ranked = np.sort(overlaps, axis=1)
        if np.any((np.diff(ranked, axis=1) < 1e-5) & (ranked[:, 1:] > 0.05)):
            return False
    return True
