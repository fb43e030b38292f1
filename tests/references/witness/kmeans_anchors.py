"""Exact fractions for few boxes, boxes with corners for many; and rounds worked by hand."""

from fractions import Fraction

import numpy as np

GOLDEN = [
    ({"sizes": np.array(sizes), "anchors": np.array(anchors), "max_iter": rounds}, want)
    for sizes, anchors, rounds, want in [
        ([[1, 2], [1, 3], [8, 4], [9, 4]], [[1, 2], [9, 4]], 100, [[1, 2.5], [8.5, 4]]),
        # 1 x 8 is nearer to 1 x 2 (IoU 1/4) than to 4 x 8 (1/4: a tie, so to the first)
        ([[1, 2], [1, 8], [4, 8]], [[1, 2], [4, 8]], 1, [[1, 5], [4, 8]]),
        ([[2, 2], [4, 4]], [[1, 1], [90, 90]], 100, [[3, 3], [90, 90]]),
        ([[10, 10], [12, 12], [100, 100]], [[10, 10], [40, 40]], 1, [[11, 11], [100, 100]]),
    ]
]


def with_corners(a, b):
    """IoU of two boxes on one centre, from their corners."""
    a, b = ([-w / 2, -h / 2, w / 2, h / 2] for w, h in (a, b))
    wide, high = (min(a[k + 2], b[k + 2]) - max(a[k], b[k]) for k in range(2))
    areas = sum((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b))
    return wide * high / (areas - wide * high)


def witness(sizes, anchors, max_iter=100):
    number = Fraction if len(sizes) < 30 and sizes.dtype != np.float32 else float
    boxes = [[number(repr(float(x))) for x in row] for row in sizes]
    means = [[number(repr(float(x))) for x in row] for row in anchors]
    before = None
    for _ in range(max_iter):
        owners = []
        for box in boxes:
            shares = [with_corners(box, mean) for mean in means]
            owners.append(shares.index(max(shares)))
        if owners == before:
            break
        before = owners
        for k in set(owners):
            mine = [box for box, owner in zip(boxes, owners, strict=True) if owner == k]
            means[k] = [sum(column) / len(mine) for column in zip(*mine, strict=True)]
    return np.array([[float(x) for x in mean] for mean in means])
