"""detectron2's table (test_anchor_generator.py, the centred one), and one loop for each axis."""

import math

import numpy as np

GOLDEN = [
    (
        {
            "feature_size": (1, 2),
            "stride": 4,
            "sizes": np.array([32.0, 64.0]),
            "ratios": np.array([0.25, 1.0, 4.0]),
        },
        [
            [-30.0, -6.0, 34.0, 10.0],
            [-14.0, -14.0, 18.0, 18.0],
            [-6.0, -30.0, 10.0, 34.0],
            [-62.0, -14.0, 66.0, 18.0],
            [-30.0, -30.0, 34.0, 34.0],
            [-14.0, -62.0, 18.0, 66.0],
            [-26.0, -6.0, 38.0, 10.0],
            [-10.0, -14.0, 22.0, 18.0],
            [-2.0, -30.0, 14.0, 34.0],
            [-58.0, -14.0, 70.0, 18.0],
            [-26.0, -30.0, 38.0, 34.0],
            [-10.0, -62.0, 22.0, 66.0],
        ],
    ),
]


def witness(feature_size, stride, sizes, ratios):
    found = []
    for row in range(feature_size[0]):
        for column in range(feature_size[1]):
            x, y = column * stride + stride / 2, row * stride + stride / 2
            for size in sizes.tolist():
                for ratio in ratios.tolist():
                    w = math.sqrt(size * size / ratio)  # from w * h = size^2 and h = ratio * w
                    h = w * ratio
                    found.append([x - w / 2, y - h / 2, x + w / 2, y + h / 2])
    return np.array(found, dtype=np.float64).reshape(-1, 4)
