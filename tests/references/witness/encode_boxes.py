"""Numerical inversion: SciPy's brentq finds the offsets whose decoded box is the one asked for."""

import math

import numpy as np
from scipy.optimize import brentq

GOLDEN = [
    (
        {"boxes": np.array([box]), "anchors": np.array([anchor]), "weights": weights},
        [want],
    )
    for box, anchor, weights, want in [
        ([0, 0, 4, 4], [0, 0, 4, 4], (1.0, 1.0, 1.0, 1.0), [0, 0, 0, 0]),
        ([1, 0, 5, 8], [0, 0, 4, 4], (1.0, 1.0, 1.0, 1.0), [1 / 4, 1 / 2, 0, math.log(2)]),
        ([1, 0, 5, 8], [0, 0, 4, 4], (10.0, 10.0, 5.0, 5.0), [2.5, 5, 0, 5 * math.log(2)]),
        (
            [0, 0, 1, 1],
            [0, 0, 2, 4],
            (1.0, 1.0, 1.0, 1.0),
            [-1 / 4, -3 / 8, -math.log(2), -math.log(4)],
        ),
    ]
]


def along(low, high, start, end):
    """Move and log size of the interval (low, high), seen from (start, end)."""
    middle, length = (start + end) / 2, end - start

    def centre(t):
        return middle + t * length - (low + high) / 2

    def size(t):
        return length * math.exp(t) / (high - low) - 1

    return [brentq(f, -500, 500, xtol=1e-13, rtol=1e-14) for f in (centre, size)]


def witness(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    rows = []
    for box, anchor in list(zip(boxes.tolist(), anchors.tolist(), strict=True))[:40]:
        x, y = (along(box[k], box[k + 2], anchor[k], anchor[k + 2]) for k in range(2))
        rows.append([x[0], y[0], x[1], y[1]])
    rest = plain(boxes[40:].astype(np.float64).T, anchors[40:].astype(np.float64).T)
    return np.vstack([np.array(rows).reshape(-1, 4), rest]) * weights


def plain(box, anchor):
    """The rows that are too many to search: by differences of logarithms."""
    wide, high = anchor[2] - anchor[0], anchor[3] - anchor[1]
    return np.stack(
        [
            ((box[0] - anchor[0]) + (box[2] - anchor[2])) / (2 * wide),
            ((box[1] - anchor[1]) + (box[3] - anchor[3])) / (2 * high),
            np.log(box[2] - box[0]) - np.log(wide),
            np.log(box[3] - box[1]) - np.log(high),
        ],
        axis=1,
    )
