"""torchvision's table (test_ops.py, TestGeneralizedBoxIou), and exact rational arithmetic."""

from fractions import Fraction

import numpy as np

GOLDEN = [
    (
        {
            "boxes_a": np.array([[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300]]),
            "boxes_b": np.array([[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300]]),
        },
        [[1, 1 / 4, -7 / 9], [1 / 4, 1, -31 / 36], [-7 / 9, -31 / 36, 1]],  # -0.7778, -0.8611
    ),
    ({"boxes_a": [[3, 3, 3, 3]], "boxes_b": [[3, 3, 3, 3], [4, 4, 4, 4]]}, [[0.0, -1.0]]),
    ({"boxes_a": [[3, 3, 3, 3]], "boxes_b": [[5, 3, 9, 3], [5, 5, 6, 6]]}, [[0.0, 1 / 9 - 1]]),
]


def area(box):
    """Of x1, y1, x2, y2; nothing where the sides have crossed."""
    return max(box[2] - box[0], Fraction(0)) * max(box[3] - box[1], Fraction(0))


def value(a, b):
    both = area([max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])])
    hull = area([min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])])
    either = area(a) + area(b) - both
    shared = both / either if either else 0
    return float(shared + either / hull - 1) if hull else 0.0


def witness(boxes_a, boxes_b):
    if len(boxes_a) * len(boxes_b) > 400:  # spare the fractions: the corner of a large table
        return np.block(
            [
                [witness(boxes_a[:9], boxes_b[:9]), by_floats(boxes_a[:9], boxes_b[9:])],
                [by_floats(boxes_a[9:], boxes_b)],
            ]
        )
    exact = [[[Fraction(float(x)) for x in box] for box in boxes] for boxes in (boxes_a, boxes_b)]
    table = [value(a, b) for a in exact[0] for b in exact[1]]
    return np.array(table).reshape(len(boxes_a), len(boxes_b))


def by_floats(boxes_a, boxes_b):
    """The sweep along each axis: lengths shared and spanned, from four sorted ends."""
    table = np.zeros((len(boxes_a), len(boxes_b)))
    for i, a in enumerate(boxes_a.tolist()):
        for j, b in enumerate(boxes_b.tolist()):
            both = hull = 1.0
            for k in range(2):
                ends = sorted([a[k], a[k + 2], b[k], b[k + 2]])
                hull *= ends[3] - ends[0]
                both *= (ends[2] - ends[1]) * (max(a[k], b[k]) < min(a[k + 2], b[k + 2]))
            areas = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
            table[i, j] = both / (areas - both) - (hull - areas + both) / hull
    return table
