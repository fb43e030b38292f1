"""pycocotools' loop (cocoeval.py, evaluateImg, without crowds) on exact IoUs; a table by hand."""

from fractions import Fraction

import numpy as np

TWO = [[0, 0, 10, 10], [4, 0, 14, 10]]
GOLDEN = [
    (
        {
            "boxes": np.array(boxes, float),
            "scores": np.array(scores),
            "gt_boxes": np.array(gts, float),
            "iou_threshold": limit,
        },
        want,
    )
    for boxes, scores, gts, limit, want in [
        ([[0, 0, 10, 10], [0, 0, 10, 9]], [0.9, 0.8], [[0, 0, 10, 10]], 0.5, [0, -1]),
        ([[0, 0, 10, 10], [0, 0, 10, 9]], [0.8, 0.9], [[0, 0, 10, 10]], 0.5, [-1, 0]),
        # the second's best object is gone: 9/11 with it, 7/13 with the other
        ([[0, 0, 10, 10], [1, 0, 11, 10]], [0.9, 0.8], TWO, 0.5, [0, 1]),
        ([[0, 0, 10, 10], [1, 0, 11, 10]], [0.9, 0.8], TWO, 0.6, [0, -1]),
        ([[0, 0, 10, 5]], [0.9], TWO, 0.5, [0]),  # exactly one half
        ([[0, 0, 10, 5]], [0.9], TWO, 0.51, [-1]),
        ([[2, 0, 12, 10], [2, 0, 12, 10]], [0.5, 0.5], TWO, 0.5, [0, 1]),
    ]
]


def overlap(a, b):
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - wide * high
    return wide * high / either if either else 0


def witness(boxes, scores, gt_boxes, iou_threshold=0.5):
    number = Fraction if len(boxes) < 30 else float  # spare the fractions
    found, true = (
        [[number(repr(float(x))) for x in box] for box in some] for some in (boxes, gt_boxes)
    )
    matched_by = [-1] * len(true)
    matches = [-1] * len(found)
    for d in sorted(range(len(found)), key=lambda d: -float(scores[d])):
        enough, m = iou_threshold, -1
        for g in range(len(true)):
            if matched_by[g] >= 0:
                continue
            u = overlap(found[d], true[g])
            if u < enough or (m >= 0 and u == enough):
                continue
            enough, m = u, g
        if m >= 0:
            matched_by[m], matches[d] = d, m
    return np.array(matches, dtype=int)
