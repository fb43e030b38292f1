# WRONG: basic: sorts once, by the first scores, and never again
import numpy as np


def overlap(box, boxes):
    sides = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + areas - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_threshold=0.3, score_threshold=0.001):
    scores = scores.astype(float)
    order = np.argsort(-scores, kind="stable")
    keep, values = [], []
    while order.size:
        best, order = order[0], order[1:]
        if scores[best] < score_threshold:
            continue
        keep.append(best)
        values.append(scores[best])
        u = overlap(boxes[best], boxes[order])
        if method == "gaussian":
            scores[order] *= np.exp(-(u**2) / sigma)
        else:
            scores[order] *= np.where(u >= iou_threshold, 1 - u, 1)
    return np.array(keep, dtype=int), np.array(values)
