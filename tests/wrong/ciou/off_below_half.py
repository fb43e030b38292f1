# WRONG: basic: alpha is 0 below an IoU of 0.5, which is another variant
import numpy as np


def ciou(boxes_a, boxes_b):
    a, b = boxes_a[:, None, :], boxes_b[None, :, :]
    aw, ah = a[..., 2] - a[..., 0], a[..., 3] - a[..., 1]
    bw, bh = b[..., 2] - b[..., 0], b[..., 3] - b[..., 1]
    lt, rb = np.maximum(a[..., :2], b[..., :2]), np.minimum(a[..., 2:], b[..., 2:])
    inter = np.clip(rb - lt, 0, None).prod(axis=-1)
    union = aw * ah + bw * bh - inter
    iou = inter / np.where(union > 0, union, 1)
    centre = lambda x: (x[..., :2] + x[..., 2:]) / 2
    rho2 = ((centre(a) - centre(b)) ** 2).sum(-1)
    lt, rb = np.minimum(a[..., :2], b[..., :2]), np.maximum(a[..., 2:], b[..., 2:])
    c2 = ((rb - lt) ** 2).sum(-1)
    v = 4 / np.pi**2 * (np.arctan2(aw, ah) - np.arctan2(bw, bh)) ** 2
    alpha = np.where(iou < 0.5, 0, v / np.where(v > 0, 1 - iou + v, 1))
    return iou - rho2 / c2 - alpha * v
