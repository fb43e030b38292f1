"""SciPy's expit, channel by channel; and a cell worked by hand."""

import math

import numpy as np
from scipy.special import expit

GOLDEN = [
    (
        {
            "raw": np.array([0.0, math.log(3), math.log(2), 0.0, math.log(3), 0.0, -math.log(3)])
            .reshape(7, 1, 1)
            .repeat(2, axis=2),
            "anchors": np.array([[10.0, 20.0]]),
            "stride": 8,
        },
        (
            [[[[-6.0, -4.0, 14.0, 16.0], [2.0, -4.0, 22.0, 16.0]]]],  # centre (4, 6), then (12, 6)
            [[[[0.375, 0.1875], [0.375, 0.1875]]]],  # 3/4 times 1/2 and 1/4
        ),
    ),
]


def witness(raw, anchors, stride):
    raw = np.asarray(raw, dtype=np.float64)
    _, height, width = raw.shape
    each = len(raw) // len(anchors)
    boxes = np.zeros((len(anchors), height, width, 4))
    scores = np.zeros((len(anchors), height, width, each - 5))
    for a, (wide, high) in enumerate(anchors.tolist()):
        tx, ty, tw, th, to = raw[a * each : a * each + 5]
        x = (expit(tx) + np.arange(width)[None, :]) * stride
        y = (expit(ty) + np.arange(height)[:, None]) * stride
        for k, (middle, size, sign) in enumerate(
            [
                (x, wide * np.exp(tw), -1),
                (y, high * np.exp(th), -1),
                (x, wide * np.exp(tw), 1),
                (y, high * np.exp(th), 1),
            ]
        ):
            boxes[a, :, :, k] = middle + sign * size / 2
        for c in range(each - 5):
            scores[a, :, :, c] = expit(to) * expit(raw[a * each + 5 + c])
    return boxes, scores
