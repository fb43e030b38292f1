# WRONG: basic: medians instead of means
import numpy as np


def iou(a, b):
    inter = np.minimum(a[:, None], b[None]).prod(-1)
    return inter / (a.prod(-1)[:, None] + b.prod(-1)[None] - inter)


def kmeans_anchors(sizes, anchors, max_iter=100):
    c, old = anchors.astype(float), None
    for _ in range(max_iter):
        label = iou(sizes, c).argmax(axis=1)
        if old is not None and np.all(label == old):
            break
        for k in range(len(c)):
            if np.any(label == k):
                c[k] = np.median(sizes[label == k], axis=0)
        old = label
    return c
