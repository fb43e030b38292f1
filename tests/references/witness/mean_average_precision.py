"""The definition, detection by detection, from IoUs of its own; torchmetrics' example."""

import numpy as np

TRUTH, SEEN = np.array([[214.0, 41.0, 562.0, 285.0]]), np.array([[258.0, 41.0, 606.0, 285.0]])
ZERO = np.array([0])
EXAMPLE = {
    "boxes": [SEEN],
    "scores": [np.array([0.536])],
    "labels": [ZERO],
    "true_boxes": [TRUTH],
    "true_labels": [ZERO],
}
COCO = tuple((0.5 + 0.05 * np.arange(10)).round(2).tolist())
GOLDEN = [
    (EXAMPLE, 1.0),  # map_50
    (EXAMPLE | {"iou_thresholds": (0.75,)}, 1.0),  # map_75
    (EXAMPLE | {"iou_thresholds": COCO}, 0.6),  # map
]


def overlap(a, b):
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / (sum((c[2] - c[0]) * (c[3] - c[1]) for c in (a, b)) - wide * high)


def area(ranked, objects, threshold):
    """`ranked` holds (image, box) by falling score; `objects` the boxes of each image."""
    taken, labels = set(), []
    for image, box in ranked:
        free = [
            (overlap(box, t), j) for j, t in enumerate(objects[image]) if (image, j) not in taken
        ]
        best = max(free, default=(0.0, -1))
        labels.append(best[0] >= threshold)
        if labels[-1]:
            taken.add((image, best[1]))
    total = sum(map(len, objects))
    precision = [sum(labels[: k + 1]) / (k + 1) for k in range(len(labels))]
    return sum(max(precision[k:]) for k, hit in enumerate(labels) if hit) / total


def witness(boxes, scores, labels, true_boxes, true_labels, iou_thresholds=(0.5,)):
    everything = [
        (-float(s), i, k, int(c), [float(x) for x in b])
        for i in range(len(boxes))
        for k, (b, s, c) in enumerate(zip(boxes[i], scores[i], labels[i], strict=True))
    ]
    areas = []
    for name in {int(c) for each in true_labels for c in each}:
        ranked = [(i, b) for _, i, _, c, b in sorted(everything) if c == name]
        pairs = zip(true_boxes, true_labels, strict=True)
        objects = [each[classes == name].astype(float).tolist() for each, classes in pairs]
        areas += [area(ranked, objects, threshold) for threshold in iou_thresholds]
    return float(np.mean(areas)) if areas else np.nan
