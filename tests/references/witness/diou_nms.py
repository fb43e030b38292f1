"""The definition, box by box, from exact fractions; and a table worked by hand."""

from fractions import Fraction

import numpy as np

BOXES = [[0, 0, 10, 10], [0, 0, 10, 9], [3, 2, 13, 10]]
GOLDEN = [
    ({"boxes": np.array(boxes, float), "scores": np.array(scores), "threshold": limit}, want)
    for boxes, scores, limit, want in [
        # first and third: 56/124 - (9 + 1)/269 = 0.4144
        (BOXES, [0.9, 0.8, 0.7], 0.5, [0, 2]),
        (BOXES, [0.9, 0.8, 0.7], 0.42, [0, 2]),
        (BOXES, [0.9, 0.8, 0.7], 0.41, [0]),
        # IoU 56/144 = 0.389, DIoU 0.389 - 13/313 = 0.347
        ([[0, 0, 10, 10], [3, 2, 13, 12]], [0.9, 0.8], 0.35, [0, 1]),
        ([[4, 4, 12, 12], [6, 4, 10, 12]], [0.9, 0.8], 0.5, [0, 1]),  # exactly one half: stays
        ([[4, 4, 12, 12], [6, 4, 10, 12]], [0.9, 0.8], 0.49, [0]),
        ([[1, 1, 1, 1], [1, 1, 1, 1]], [0.9, 0.8], 0.5, [0, 1]),
    ]
]


def measure(a, b):
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - wide * high
    apart = sum((a[k] + a[k + 2] - b[k] - b[k + 2]) ** 2 for k in range(2)) / 4
    across = sum((max(a[k + 2], b[k + 2]) - min(a[k], b[k])) ** 2 for k in range(2))
    return (wide * high / either if either else 0) - (apart / across if across else 0)


def witness(boxes, scores, threshold=0.5):
    number = Fraction if len(boxes) < 40 else float  # spare the fractions
    boxes = [[number(repr(float(x))) for x in box] for box in boxes]
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: (-float(scores[i]), i)):
        if all(measure(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return np.array(kept, dtype=np.intp)
