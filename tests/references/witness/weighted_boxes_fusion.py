"""The authors' package's own test (ensemble_boxes, test_avg), and exact fractions, box by box."""

from fractions import Fraction

import numpy as np

GOLDEN = [
    (  # test_avg's first class; its weights of 2 and 1 stand in the scores, their sum is n_models
        {
            "boxes": np.array(
                [
                    [0.10, 0.10, 0.50, 0.50],
                    [0.11, 0.11, 0.51, 0.51],
                    [0.60, 0.60, 0.80, 0.80],
                    [0.59, 0.59, 0.79, 0.79],
                    [0.61, 0.61, 0.81, 0.81],
                ]
            ),
            "scores": np.array([0.9 * 2, 0.8 * 2, 0.7 * 2, 0.85, 0.75]),
            "n_models": 3,
            "iou_threshold": 0.5,
        },
        (
            [
                [(0.10 * 1.8 + 0.11 * 1.6) / 3.4] * 2 + [(0.50 * 1.8 + 0.51 * 1.6) / 3.4] * 2,
                [(0.60 * 1.4 + 0.59 * 0.85 + 0.61 * 0.75) / 3.0] * 2
                + [(0.80 * 1.4 + 0.79 * 0.85 + 0.81 * 0.75) / 3.0] * 2,
            ],
            [3.4 / 2 * 2 / 3, 3.0 / 3],
        ),
    ),
    (
        {
            "boxes": np.array([[0, 0, 4, 4], [0, 0, 4, 3]]),
            "scores": np.array([0.75, 0.25]),
            "n_models": 1,
        },
        ([[0, 0, 4, 3.75]], [0.5]),
    ),
]


def overlap(a, b):
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    return (
        wide * high / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - wide * high)
    )


def mean(cluster):
    total = sum(score for score, _ in cluster)
    return [sum(score * box[k] for score, box in cluster) / total for k in range(4)]


def witness(boxes, scores, n_models, iou_threshold=0.55):
    number = Fraction if len(boxes) < 9 else float  # spare the fractions
    boxes = [[number(repr(float(x))) for x in box] for box in boxes]
    scores = [number(repr(float(score))) for score in scores]
    clusters = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        shares = [overlap(mean(cluster), boxes[i]) for cluster in clusters]
        if shares and max(shares) > iou_threshold:
            clusters[shares.index(max(shares))].append((scores[i], boxes[i]))
        else:
            clusters.append([(scores[i], boxes[i])])
    found = [
        (sum(s for s, _ in c) / len(c) * min(len(c), n_models) / n_models, mean(c))
        for c in clusters
    ]
    found.sort(key=lambda pair: -pair[0])
    fused = np.array([[float(x) for x in box] for _, box in found]).reshape(-1, 4)
    return fused, np.array([float(value) for value, _ in found], dtype=np.float64)
