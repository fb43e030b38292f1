# WRONG: basic: box i only against box i
import numpy as np


def iou(boxes_a, boxes_b):
    n = min(len(boxes_a), len(boxes_b))
    a, b = boxes_a[:n], boxes_b[:n]
    sides = np.clip(np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2]), 0, None)
    inter = sides.prod(axis=1)
    areas = (a[:, 2:] - a[:, :2]).prod(axis=1) + (b[:, 2:] - b[:, :2]).prod(axis=1)
    return inter / (areas - inter)
