"""torchvision's table (test_ops.py, TestCompleteBoxIou); fractions and complex angles."""

import cmath
import math
from fractions import Fraction

import numpy as np

GOLDEN = [
    (
        {
            "boxes_a": np.array(
                [[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300], [0, 0, 25, 25]]
            ),
            "boxes_b": np.array([[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300]]),
        },
        [  # 0.1875, -0.4444, -0.5625, -0.0781, -0.6267 in the table: squares, so that v is 0
            [1, 3 / 16, -4 / 9],
            [3 / 16, 1, -9 / 16],
            [-4 / 9, -9 / 16, 1],
            [-5 / 64, 3 / 16, -((237.5 / 300) ** 2)],
        ],
    ),
    (  # by hand: equal centres, IoU 1/3, w/h = sqrt(3) and 1/sqrt(3): angles 60 and 30 degrees
        {
            "boxes_a": [[-math.sqrt(3), -1, math.sqrt(3), 1]],
            "boxes_b": [[-1, -math.sqrt(3), 1, math.sqrt(3)]],
        },
        [[(iou := 4 / (8 * math.sqrt(3) - 4)) - (1 / 81) / (1 - iou + 1 / 9)]],
    ),
]


def length(low, high):
    return max(high - low, Fraction(0))


def turn(box):
    """The angle of (height, width) as a complex number, in right angles."""
    return cmath.phase(complex(float(box[3] - box[1]), float(box[2] - box[0]))) / (math.pi / 2)


def value(a, b):
    both = length(max(a[0], b[0]), min(a[2], b[2])) * length(max(a[1], b[1]), min(a[3], b[3]))
    either = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
    shared = both / either if either else Fraction(0)
    distance = sum(((a[k] + a[k + 2] - b[k] - b[k + 2]) / 2) ** 2 for k in range(2))
    diagonal = sum((max(a[k + 2], b[k + 2]) - min(a[k], b[k])) ** 2 for k in range(2))
    v = (turn(a) - turn(b)) ** 2
    weighted = v * v / (float(1 - shared) + v) if v else 0.0
    return float(shared - distance / diagonal) - weighted


def witness(boxes_a, boxes_b):
    number = Fraction if len(boxes_a) * len(boxes_b) < 400 else float  # spare the fractions
    many = [[[number(float(x)) for x in box] for box in boxes] for boxes in (boxes_a, boxes_b)]
    table = [value(a, b) for a in many[0] for b in many[1]]
    return np.array(table).reshape(len(boxes_a), len(boxes_b))
