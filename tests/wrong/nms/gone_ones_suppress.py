# WRONG: basic: a box that was suppressed still suppresses others
import numpy as np


def overlap(box, boxes):
    sides = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + areas - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)


def nms(boxes, scores, iou_threshold=0.5):
    order = np.argsort(-scores, kind="stable")
    keep = [i for place, i in enumerate(order)
            if not (overlap(boxes[i], boxes[order[:place]]) > iou_threshold).any()]
    return np.array(keep, dtype=int)
