"""The rule of Faster R-CNN (section 3.1.2), anchor by anchor on exact IoUs; a table by hand."""

from fractions import Fraction

import numpy as np

OBJECT = [0, 0, 10, 10]
GOLDEN = [
    (
        {"anchors": np.array(anchors, float), "gt_boxes": np.array(gts, float).reshape(-1, 4)}
        | rest,
        want,
    )
    for anchors, gts, rest, want in [
        ([[0, 0, 10, 8], [0, 0, 10, 5], [0, 0, 10, 2]], [OBJECT], {}, [0, -2, -1]),
        ([[0, 0, 10, 5], [0, 0, 10, 2]], [OBJECT], {}, [0, -1]),  # the best one, at 0.5
        ([[0, 0, 10, 1], [50, 50, 60, 60]], [OBJECT], {}, [0, -1]),  # at 0.1
        ([[0, 0, 10, 5], [0, 5, 10, 10]], [OBJECT], {}, [0, 0]),  # two best ones
        ([[50, 50, 60, 60]], [OBJECT], {}, [-1]),  # out of reach
        ([[0, 0, 10, 10]], [], {}, [-1]),
        ([[0, 0, 10, 10]], [[0, 0, 10, 30], [0, 0, 10, 12]], {}, [1]),
        ([[0, 0, 10, 8], [0, 0, 10, 5]], [OBJECT], {"high_threshold": 0.5}, [0, 0]),
        ([[0, 0, 10, 8], [0, 0, 10, 5]], [OBJECT], {"low_threshold": 0.6}, [0, -1]),
    ]
]


def overlap(a, b):
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - wide * high
    return wide * high / either if either else 0


def witness(anchors, gt_boxes, high_threshold=0.7, low_threshold=0.3):
    number = Fraction if len(anchors) < 60 else float  # spare the fractions
    boxes, objects = (
        [[number(repr(float(x))) for x in box] for box in some] for some in (anchors, gt_boxes)
    )
    table = [[overlap(box, one) for one in objects] for box in boxes]
    tops = [max(column) for column in zip(*table, strict=True)]
    labels = []
    for row in table:
        top = max(row, default=0)
        if top >= high_threshold or any(u == best > 0 for u, best in zip(row, tops, strict=False)):
            labels.append(row.index(top))
        else:
            labels.append(-1 if top < low_threshold else -2)
    return np.array(labels, dtype=int)
