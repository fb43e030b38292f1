"""torchvision's table (test_ops.py, TestDistanceBoxIoU); exact fractions; SciPy's distances."""

from fractions import Fraction

import numpy as np
from scipy.spatial.distance import cdist

GOLDEN = [
    (
        {
            "boxes_a": np.array(
                [[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300], [0, 0, 25, 25]]
            ),
            "boxes_b": np.array([[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300]]),
        },
        [  # 0.1875, -0.4444, -0.5625, -0.0781, -0.6267 in the table
            [1, 3 / 16, -4 / 9],
            [3 / 16, 1, -9 / 16],
            [-4 / 9, -9 / 16, 1],
            [-5 / 64, 3 / 16, -((237.5 / 300) ** 2)],
        ],
    ),
    ({"boxes_a": [[3, 3, 3, 3]], "boxes_b": [[3, 3, 3, 3], [4, 4, 4, 4]]}, [[0.0, -1.0]]),
]


def length(low, high):
    return max(high - low, Fraction(0))


def value(a, b):
    both = length(max(a[0], b[0]), min(a[2], b[2])) * length(max(a[1], b[1]), min(a[3], b[3]))
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    shared = both / either if either else Fraction(0)
    distance = sum(((a[k] + a[k + 2] - b[k] - b[k + 2]) / 2) ** 2 for k in range(2))
    diagonal = sum((max(a[k + 2], b[k + 2]) - min(a[k], b[k])) ** 2 for k in range(2))
    return float(shared - distance / diagonal if diagonal else shared)


def witness(boxes_a, boxes_b):
    if len(boxes_a) * len(boxes_b) > 400:  # spare the fractions: the corner of a large table
        got = by_distances(boxes_a, boxes_b)
        np.testing.assert_allclose(got[:9, :9], witness(boxes_a[:9], boxes_b[:9]), rtol=1e-12)
        return got
    exact = [[[Fraction(float(x)) for x in box] for box in boxes] for boxes in (boxes_a, boxes_b)]
    table = [value(a, b) for a in exact[0] for b in exact[1]]
    return np.array(table).reshape(len(boxes_a), len(boxes_b))


def by_distances(boxes_a, boxes_b):
    """The centres by SciPy; overlap and span of each axis from how the ends are sorted."""
    centres = [(boxes[:, :2] + boxes[:, 2:]) / 2 for boxes in (boxes_a, boxes_b)]
    away = cdist(*centres, "sqeuclidean")
    both, span = np.ones_like(away), np.zeros_like(away)
    for k in range(2):
        a, b = boxes_a[:, k::2][:, None], boxes_b[:, k::2][None]
        a, b = np.broadcast_arrays(a, b)
        ends = np.sort(np.concatenate([a, b], axis=-1), axis=-1)
        meet = (a[..., 0] < b[..., 1]) & (b[..., 0] < a[..., 1])
        both *= np.where(meet, ends[..., 2] - ends[..., 1], 0)
        span += (ends[..., 3] - ends[..., 0]) ** 2
    areas = [
        (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) for boxes in (boxes_a, boxes_b)
    ]
    return both / (np.add.outer(*areas) - both) - away / span
