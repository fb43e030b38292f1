# WRONG: stability: an epsilon outweighs the area of small boxes
import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def to_corners(b):
    return np.concatenate([b[:, :2] - b[:, 2:] / 2, b[:, :2] + b[:, 2:] / 2], axis=1)


def box_giou(a, b):
    a, b = a[:, None], b[None]
    inter = np.clip(np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2]), 0, None).prod(-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - inter
    around = (np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])).prod(-1)
    return inter / (union + 1e-9) - (around - union) / (around + 1e-9)


def detr_match_cost(logits, boxes, target_labels, target_boxes, weights=(1.0, 5.0, 2.0)):
    cost_class, cost_bbox, cost_giou = weights
    p = softmax(logits)[:, target_labels]
    l1 = np.abs(boxes[:, None] - target_boxes[None]).sum(-1)
    giou = box_giou(to_corners(boxes), to_corners(target_boxes))
    return -cost_class * p + cost_bbox * l1 + cost_giou * (1 - giou)
