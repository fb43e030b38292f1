"""SciPy's softmax and city-block distance, and GIoU in exact fractions; the deck's arithmetic."""

from fractions import Fraction

import numpy as np
from scipy.spatial.distance import cdist
from scipy.special import softmax

GOLDEN = [
    # p = 0.8; cx is off by 0.1 and w by 0.2; overlap 0.1 by 0.2, both boxes in 0.4 by 0.2
    (
        {
            "logits": np.log([[0.8, 0.15, 0.05]]),
            "boxes": np.array([[0.5, 0.5, 0.2, 0.2]]),
            "target_labels": np.array([0]),
            "target_boxes": np.array([[0.6, 0.5, 0.4, 0.2]]),
        },
        # the first box [0.4, 0.6] lies within [0.4, 0.8]: GIoU = IoU = 1/2
        [[-0.8 + 5 * (0.1 + 0.2) + 2 * (1 - 0.5)]],
    ),
    (
        {
            "logits": np.zeros((1, 2)),
            "boxes": np.array([[0.1, 0.5, 0.2, 0.2]]),
            "target_labels": np.array([0]),
            "target_boxes": np.array([[0.9, 0.5, 0.2, 0.2]]),
        },
        # side by side in a box of width 1, of which 0.6 is empty: GIoU = -0.6
        [[-0.5 + 5 * 0.8 + 2 * 1.6]],
    ),
]


def giou(a, b):
    a, b = ([Fraction(float(x)) for x in box] for box in (a, b))
    area, union, around = Fraction(1), Fraction(0), Fraction(1)
    for side in (0, 1):
        low_a, high_a = a[side] - a[side + 2] / 2, a[side] + a[side + 2] / 2
        low_b, high_b = b[side] - b[side + 2] / 2, b[side] + b[side + 2] / 2
        area *= max(min(high_a, high_b) - max(low_a, low_b), Fraction(0))
        around *= max(high_a, high_b) - min(low_a, low_b)
    union = a[2] * a[3] + b[2] * b[3] - area
    return float(area / union - (around - union) / around)


def witness(logits, boxes, target_labels, target_boxes, weights=(1.0, 5.0, 2.0)):
    if not len(target_labels):
        return np.zeros((len(boxes), 0))
    p = softmax(logits.astype(np.float64), axis=1)[:, target_labels.astype(int)]
    distance = cdist(boxes.astype(np.float64), target_boxes.astype(np.float64), "cityblock")
    apart = np.array([[1 - giou(a, b) for b in target_boxes[:20]] for a in boxes[:20]])
    whole = weights[1] * distance - weights[0] * p
    if apart.shape != whole.shape:  # spare the fractions: the corner of a large table
        low, high = ([x[:, :2] - s * x[:, 2:] / 2 for x in (boxes, target_boxes)] for s in (1, -1))
        around = np.maximum(high[0][:, None], high[1]) - np.minimum(low[0][:, None], low[1])
        both = np.minimum(high[0][:, None], high[1]) - np.maximum(low[0][:, None], low[1])
        both, around = np.maximum(both, 0).prod(axis=-1), around.prod(axis=-1)
        union = boxes[:, 2:].prod(axis=1)[:, None] + target_boxes[:, 2:].prod(axis=1) - both
        full = 1 - (both / union - 1 + union / around)
        np.testing.assert_allclose(full[:20, :20], apart, rtol=1e-9)
        apart = full
    return whole + weights[2] * apart
