"""The definition, box by box: what stays is judged against better boxes of the class that stay."""

import numpy as np

BOXES = [[0, 0, 10, 10], [1, 1, 11, 11], [50, 50, 60, 60], [1, 0, 11, 10]]
GOLDEN = [
    (
        {
            "boxes": np.array(BOXES),
            "scores": np.array(scores),
            "idxs": np.array(idxs),
            "iou_threshold": limit,
        },
        want,
    )
    for scores, idxs, limit, want in [
        ([0.9, 0.8, 0.7, 0.6], [0, 0, 0, 0], 0.5, [0, 2]),  # 81/119 and 90/110
        ([0.9, 0.8, 0.7, 0.6], [0, 1, 0, 1], 0.5, [0, 1, 2]),
        ([0.9, 0.8, 0.7, 0.6], [0, 1, 0, 2], 0.5, [0, 1, 2, 3]),
        ([0.6, 0.8, 0.7, 0.9], [5, -1, 5, 5], 0.5, [3, 1, 2]),
        ([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 1], 0.5, [0, 1, 2]),
        ([0.9, 0.8, 0.7, 0.6], [0, 0, 0, 0], 0.85, [0, 1, 2, 3]),
    ]
]


def overlap(a, b):
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    areas = [(c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)]
    return wide * high / (sum(areas) - wide * high)


def witness(boxes, scores, idxs, iou_threshold=0.5):
    boxes = np.asarray(boxes, dtype=np.float64).tolist()
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: (-float(scores[i]), i)):
        rivals = [j for j in kept if int(idxs[j]) == int(idxs[i])]
        if all(overlap(boxes[i], boxes[j]) <= iou_threshold for j in rivals):
            kept.append(i)
    return np.array(kept, dtype=np.intp)
