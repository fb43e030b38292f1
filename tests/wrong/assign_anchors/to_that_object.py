# WRONG: edge: the best anchor of an object goes to it, though it overlaps another more
import numpy as np


def iou(a, g):
    a, g = a[:, None].astype(float), g[None].astype(float)
    sides = np.clip(np.minimum(a[..., 2:], g[..., 2:]) - np.maximum(a[..., :2], g[..., :2]), 0, None)
    inter = sides.prod(-1)
    return inter / ((a[..., 2:] - a[..., :2]).prod(-1) + (g[..., 2:] - g[..., :2]).prod(-1) - inter)


def assign_anchors(anchors, gt_boxes, high_threshold=0.7, low_threshold=0.3):
    if len(anchors) == 0 or len(gt_boxes) == 0:
        return np.full(len(anchors), -1)
    ious = iou(anchors, gt_boxes)
    own, top = ious.argmax(axis=1), ious.max(axis=1)
    labels = np.where(top >= high_threshold, own, np.where(top < low_threshold, -1, -2))
    for j in range(len(gt_boxes)):
        best = ious[:, j].max()
        if best > 0:
            labels[ious[:, j] == best] = j
    return labels
