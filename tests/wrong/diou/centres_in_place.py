# WRONG: dtype: the centres are written back into the boxes, and integers lose their halves
import numpy as np


def diou(boxes_a, boxes_b):
    a, b = boxes_a.copy(), boxes_b.copy()
    lt = np.maximum(a[:, None, :2], b[None, :, :2])
    rb = np.minimum(a[:, None, 2:], b[None, :, 2:])
    inter = np.clip(rb - lt, 0, None).prod(axis=-1)
    areas = [(x[:, 2] - x[:, 0]) * (x[:, 3] - x[:, 1]) for x in (a, b)]
    union = areas[0][:, None] + areas[1] - inter
    iou = np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)
    hull = np.maximum(a[:, None, 2:], b[None, :, 2:]) - np.minimum(a[:, None, :2], b[None, :, :2])
    c2 = (hull * hull).sum(-1)
    for x in (a, b):
        x[:, :2] = (x[:, :2] + x[:, 2:]) / 2
    rho2 = ((a[:, None, :2] - b[None, :, :2]) ** 2).sum(-1)
    return iou - rho2 / np.where(c2 > 0, c2, 1)
