# WRONG: basic: the anchors are sorted by area at the end
import numpy as np


def iou(a, b):
    inter = np.minimum(a[:, None], b[None]).prod(-1)
    return inter / (a.prod(-1)[:, None] + b.prod(-1)[None] - inter)


def kmeans_anchors(sizes, anchors, max_iter=100):
    c = anchors.astype(float)
    for _ in range(max_iter):
        label = iou(sizes, c).argmax(axis=1)
        for k in range(len(c)):
            if np.any(label == k):
                c[k] = sizes[label == k].mean(axis=0)
    return c[np.argsort(c.prod(axis=1))]
