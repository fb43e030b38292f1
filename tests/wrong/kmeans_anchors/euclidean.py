# WRONG: basic: the usual k-means, by Euclidean distance
import numpy as np


def iou(a, b):
    inter = np.minimum(a[:, None], b[None]).prod(-1)
    return inter / (a.prod(-1)[:, None] + b.prod(-1)[None] - inter)


def kmeans_anchors(sizes, anchors, max_iter=100):
    c, old = anchors.astype(float), None
    for _ in range(max_iter):
        label = np.linalg.norm(sizes[:, None] - c[None], axis=-1).argmin(axis=1)
        if old is not None and np.all(label == old):
            break
        for k in range(len(c)):
            if np.any(label == k):
                c[k] = sizes[label == k].mean(axis=0)
        old = label
    return c
