# WRONG: basic: recall of each image by itself
import numpy as np


def box_iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    sides = np.clip(np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2]), 0, None)
    inter = sides.prod(-1)
    area = [(x[..., 2:] - x[..., :2]).prod(-1) for x in (a, b)]
    return inter / (area[0] + area[1] - inter)


def count_found(boxes, scores, truths, threshold):
    if len(truths) == 0 or len(boxes) == 0:
        return 0
    overlaps, taken = box_iou(boxes, truths), set()
    hits = 0
    for i in np.argsort(-scores, kind="stable"):
        free = [j for j in range(len(truths)) if j not in taken]
        if free:
            best = max(free, key=lambda j: overlaps[i, j])
            if overlaps[i, best] >= threshold:
                hits += 1
                taken.add(best)
    return hits


def average_recall(boxes, scores, labels, true_boxes, true_labels, max_detections=100):
    recalls = []
    for b, s, n, tb, tn in zip(boxes, scores, labels, true_boxes, true_labels):
        for c in np.unique(tn):
            mine, truths = np.flatnonzero(n == c), tb[tn == c]
            top = mine[np.argsort(-s[mine], kind="stable")[:max_detections]]
            for t in 0.5 + 0.05 * np.arange(10):
                recalls.append(count_found(b[top], s[top], truths, t) / len(truths))
    return np.mean(recalls) if recalls else np.nan
