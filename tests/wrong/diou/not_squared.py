# WRONG: basic: rho / c without the squares
import numpy as np


def diou(boxes_a, boxes_b):
    a, b = boxes_a[:, None, :], boxes_b[None, :, :]
    lt, rb = np.maximum(a[..., :2], b[..., :2]), np.minimum(a[..., 2:], b[..., 2:])
    inter = np.clip(rb - lt, 0, None).prod(axis=-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - inter
    iou = np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)
    centre = lambda x: (x[..., :2] + x[..., 2:]) / 2
    rho = np.linalg.norm(centre(a) - centre(b), axis=-1)
    lt, rb = np.minimum(a[..., :2], b[..., :2]), np.maximum(a[..., 2:], b[..., 2:])
    c = np.linalg.norm(rb - lt, axis=-1)
    return iou - np.where(c > 0, rho / np.where(c > 0, c, 1), 0.0)
