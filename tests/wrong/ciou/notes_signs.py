# WRONG: basic: the notes' formula, IoU + distance / diagonal + difference of the ratios
import numpy as np


def ciou(boxes_a, boxes_b):
    a, b = boxes_a[:, None, :], boxes_b[None, :, :]
    aw, ah = a[..., 2] - a[..., 0], a[..., 3] - a[..., 1]
    bw, bh = b[..., 2] - b[..., 0], b[..., 3] - b[..., 1]
    lt, rb = np.maximum(a[..., :2], b[..., :2]), np.minimum(a[..., 2:], b[..., 2:])
    inter = np.clip(rb - lt, 0, None).prod(axis=-1)
    iou = inter / (aw * ah + bw * bh - inter)
    centre = lambda x: (x[..., :2] + x[..., 2:]) / 2
    rho = np.linalg.norm(centre(a) - centre(b), axis=-1)
    lt, rb = np.minimum(a[..., :2], b[..., :2]), np.maximum(a[..., 2:], b[..., 2:])
    c = np.linalg.norm(rb - lt, axis=-1)
    return iou + rho / c + np.abs(aw / ah - bw / bh)
