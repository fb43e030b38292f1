"""Exact rational arithmetic, box by box; and a table worked by hand."""

from fractions import Fraction

import numpy as np

GOLDEN = [
    ({"boxes_a": [a], "boxes_b": [b]}, [[want]])
    for a, b, want in [
        ([0, 0, 2, 2], [0, 0, 2, 2], 1.0),
        ([0, 0, 2, 2], [1, 0, 3, 2], 1 / 3),  # overlap 2 of 4 + 4 - 2
        ([0, 0, 2, 2], [1, 1, 3, 3], 1 / 7),
        ([0, 0, 4, 4], [1, 1, 2, 3], 2 / 16),  # inside
        ([0, 0, 1, 1], [1, 0, 2, 1], 0.0),  # touching; 1/3 under the +1 of the notes
        ([0, 0, 1, 1], [1, 1, 2, 2], 0.0),  # a corner
        ([0, 0, 1, 1], [5, 5, 6, 6], 0.0),
        ([10, 50, 30, 60], [15, 52, 25, 58], 0.3),  # the notes' x/y mix-up gives 0
        ([100, 0, 110, 10], [100, 0, 110, 10], 1.0),
        ([3, 3, 3, 3], [3, 3, 3, 3], 0.0),  # empty union
        ([0, 0, 0.1, 0.1], [0.8, 0.8, 0.9, 0.9], 0.0),
        ([0, 0, 3e-7, 1e-7], [0, 0, 1e-7, 1e-7], 1 / 3),
    ]
]


def length(low, high):
    return max(high - low, Fraction(0))


def share(a, b):
    a, b = ([Fraction(float(side)) for side in box] for box in (a, b))
    both = length(max(a[0], b[0]), min(a[2], b[2])) * length(max(a[1], b[1]), min(a[3], b[3]))
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    return float(both / either) if either else 0.0


def witness(boxes_a, boxes_b):
    if len(boxes_a) * len(boxes_b) > 400:  # spare the fractions: the corner of a large table
        got = witness_by_loops(boxes_a, boxes_b)
        corner = [[share(a, b) for b in boxes_b[:9]] for a in boxes_a[:9]]
        np.testing.assert_allclose(got[:9, :9], corner, rtol=1e-12)
        return got
    table = [share(a, b) for a in boxes_a for b in boxes_b]
    return np.array(table).reshape(len(boxes_a), len(boxes_b))


def witness_by_loops(boxes_a, boxes_b):
    table = np.zeros((len(boxes_a), len(boxes_b)))
    for i, (ax, ay, ar, ab) in enumerate(boxes_a.tolist()):
        for j, (bx, by, br, bb) in enumerate(boxes_b.tolist()):
            both = max(min(ar, br) - max(ax, bx), 0) * max(min(ab, bb) - max(ay, by), 0)
            either = (ar - ax) * (ab - ay) + (br - bx) * (bb - by) - both
            table[i, j] = both / either if either else 0.0
    return table
