import numpy as np


def assign_anchors(anchors, gt_boxes, high_threshold=0.7, low_threshold=0.3):
    n, m = len(anchors), len(gt_boxes)
    if n == 0 or m == 0:
        return np.full(n, -1)
    a, g = anchors[:, None].astype(float), gt_boxes[None].astype(float)
    sides = np.clip(np.minimum(a[..., 2:], g[..., 2:]) - np.maximum(a[..., :2], g[..., :2]), 0, None)
    inter = sides[..., 0] * sides[..., 1]
    area = lambda x: (x[..., 2] - x[..., 0]) * (x[..., 3] - x[..., 1])
    ious = inter / (area(a) + area(g) - inter)
    matches = ious.argmax(axis=1)
    value = ious[np.arange(n), matches]
    labels = np.select([value < low_threshold, value < high_threshold], [-1, -2], matches)
    rows, columns = np.nonzero(ious == ious.max(axis=0))
    rows = rows[ious[rows, columns] > 0]
    labels[rows] = matches[rows]
    return labels
