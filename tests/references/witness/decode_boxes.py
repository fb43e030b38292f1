"""The way back: exact fractions measure the boxes, and the offsets measured must be those given."""

import math
from fractions import Fraction

import numpy as np

GOLDEN = [
    ({"deltas": np.array([deltas]), "anchors": np.array([[0.0, 0.0, 4.0, 8.0]]), **rest}, [want])
    for deltas, rest, want in [
        ([0.0, 0.0, 0.0, 0.0], {}, [0, 0, 4, 8]),
        ([0.5, -0.25, math.log(2), 0.0], {}, [0, -2, 8, 6]),
        ([5.0, -2.5, 5 * math.log(2), 0.0], {"weights": (10.0, 10.0, 5.0, 5.0)}, [0, -2, 8, 6]),
        ([0.0, 0.0, 99.0, 99.0], {}, [2 - 125, 4 - 250, 2 + 125, 4 + 250]),  # 1000 / 16 times
        ([0.0, 0.0, 99.0, -math.log(4)], {"bbox_xform_clip": math.log(2)}, [-2, 3, 6, 5]),
    ]
]


def agrees(
    answer,
    deltas,
    anchors,
    weights=(1.0, 1.0, 1.0, 1.0),
    bbox_xform_clip=4.135166556742356,
):
    assert answer.shape == (len(deltas), 4)
    for got, delta, prior in list(zip(answer, deltas, anchors, strict=True))[:60]:
        box, anchor = ([Fraction(float(x)) for x in row] for row in (got, prior))
        for k in range(2):
            length = anchor[k + 2] - anchor[k]
            middle = ((box[k] + box[k + 2]) - (anchor[k] + anchor[k + 2])) / 2
            move = float(delta[k]) / weights[k]
            slack = 1e-12 * (1 + max(map(abs, anchor)) / length + abs(box[k] / length))
            assert abs(float(middle / length) - move) <= slack
            log = min(float(delta[k + 2]) / weights[k + 2], bbox_xform_clip)
            times = float((box[k + 2] - box[k]) / length)
            assert abs(times - (math.exp(log) if log > -700 else 0.0)) <= slack
