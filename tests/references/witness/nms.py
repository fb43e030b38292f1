"""The definition, worked box by box from IoUs of its own; and a table worked by hand."""

import numpy as np

BOXES = [[0, 0, 10, 10], [1, 1, 11, 11], [50, 50, 60, 60]]
GOLDEN = [
    ({"boxes": np.array(boxes, float), "scores": np.array(scores), "iou_threshold": limit}, want)
    for boxes, scores, limit, want in [
        (BOXES, [0.9, 0.8, 0.7], 0.5, [0, 2]),  # 81/119
        (BOXES, [0.7, 0.8, 0.9], 0.5, [2, 1]),
        (BOXES[:2], [0.9, 0.8], 0.7, [0, 1]),
        ([[0, 0, 4, 1], [0, 0, 2, 1]], [0.9, 0.8], 0.5, [0, 1]),  # exactly one half: stays
        ([[0, 0, 4, 1], [0, 0, 2, 1]], [0.9, 0.8], 0.49, [0]),
        ([[0, 0, 10, 1], [3, 0, 13, 1], [6, 0, 16, 1]], [0.9, 0.8, 0.7], 0.5, [0, 2]),  # a chain
        ([[0, 0, 1, 1]] * 3, [0.5, 0.5, 0.5], 0.5, [0]),
        ([[0, 0, 0.01, 0.01], [0.1, 0.1, 0.11, 0.11]], [0.9, 0.8], 0.5, [0, 1]),
    ]
]


def overlap(a, b):
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)]
    return wide * high / (sum(areas) - wide * high)


def witness(boxes, scores, iou_threshold=0.5):
    """A box stays if and only if no better box that stays overlaps it too much."""
    boxes = np.asarray(boxes, dtype=np.float64).tolist()
    order = sorted(range(len(boxes)), key=lambda i: (-float(scores[i]), i))
    kept = []
    for i in order:
        if all(overlap(boxes[i], boxes[j]) <= iou_threshold for j in kept):
            kept.append(i)
    return np.array(kept, dtype=np.intp)
