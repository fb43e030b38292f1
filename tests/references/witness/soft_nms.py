"""The paper's pseudocode in pure Python, with IoUs by exact fractions; and a table by hand."""

import math
from fractions import Fraction

import numpy as np

PAIR = np.array([[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 2.0, 1.0], [5.0, 5.0, 6.0, 6.0]])
GOLDEN = [
    (
        {"boxes": PAIR, "scores": np.array([0.9, 0.8, 0.7])},
        ([0, 2, 1], [0.9, 0.7, 0.8 * math.exp(-0.5)]),  # IoU 1/2: exp(-(1/4) / 0.5)
    ),
    (
        {"boxes": PAIR, "scores": np.array([0.9, 0.8, 0.7]), "method": "linear"},
        ([0, 2, 1], [0.9, 0.7, 0.4]),
    ),
    (
        {
            "boxes": PAIR,
            "scores": np.array([0.9, 0.8, 0.7]),
            "method": "linear",
            "iou_threshold": 0.51,
        },
        ([0, 1, 2], [0.9, 0.8, 0.7]),
    ),
    (
        {"boxes": PAIR, "scores": np.array([0.9, 0.8, 0.7]), "score_threshold": 0.5},
        ([0, 2], [0.9, 0.7]),
    ),
]


def overlap(a, b):
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - wide * high
    return float(wide * high / either) if either else 0.0


def witness(boxes, scores, method="gaussian", sigma=0.5, iou_threshold=0.3, score_threshold=0.001):
    number = Fraction if len(boxes) < 40 else float  # spare the fractions
    boxes = [[number(float(x)) for x in box] for box in boxes]
    left = {i: float(score) for i, score in enumerate(scores)}
    done = []
    while left:
        m = min(left, key=lambda i: (-left[i], i))
        done.append((m, left.pop(m)))
        for i in left:
            u = overlap(boxes[m], boxes[i])
            if method == "gaussian":
                left[i] *= math.exp(-u * u / sigma)
            elif u >= iou_threshold:
                left[i] *= 1 - u
    kept = [(i, s) for i, s in done if s >= score_threshold]
    return np.array([i for i, _ in kept], dtype=int), np.array([s for _, s in kept], dtype=float)
