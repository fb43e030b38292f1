import numpy as np


def iou(a, b):
    inter = min(a[0], b[0]) * min(a[1], b[1])
    return inter / (a[0] * a[1] + b[0] * b[1] - inter)


def kmeans_anchors(sizes, anchors, max_iter=100):
    boxes, centres = sizes.tolist(), anchors.tolist()
    old = None
    for _ in range(max_iter):
        labels = []
        for box in boxes:
            distances = [1 - iou(box, c) for c in centres]
            labels.append(distances.index(min(distances)))
        if labels == old:
            break
        old = labels
        for k in range(len(centres)):
            mine = [b for b, label in zip(boxes, labels) if label == k]
            if mine:
                centres[k] = [sum(b[0] for b in mine) / len(mine), sum(b[1] for b in mine) / len(mine)]
    return np.array(centres, dtype=float)
