"""Detections against objects: the greedy matching of COCO."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.references.boxes.iou import iou

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def true_positives(
    boxes: ArrayLike, scores: ArrayLike, true_boxes: ArrayLike, iou_threshold: float
) -> NDArray[np.bool_]:
    """Which of the detections (N, 4) of one class and image find an object of (M, 4).

    By falling score, equal ones in the order given, each detection takes the object with the
    highest IoU among those not yet taken, provided that it reaches the threshold.
    """
    boxes, true_boxes = np.reshape(boxes, (-1, 4)), np.reshape(true_boxes, (-1, 4))
    overlaps = iou(boxes, true_boxes)
    hits = np.zeros(len(boxes), dtype=bool)
    for i in np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable"):
        if np.max(overlaps[i], initial=-1.0) >= iou_threshold:
            overlaps[:, overlaps[i].argmax()] = -1.0
            hits[i] = True
    return hits
