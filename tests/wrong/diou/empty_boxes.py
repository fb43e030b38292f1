# WRONG: edge: 0/0 where boxes have no area
import numpy as np


def diou(boxes_a, boxes_b):
    a, b = boxes_a[:, None, :], boxes_b[None, :, :]
    lt, rb = np.maximum(a[..., :2], b[..., :2]), np.minimum(a[..., 2:], b[..., 2:])
    inter = np.clip(rb - lt, 0, None).prod(axis=-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - inter
    centre = lambda x: (x[..., :2] + x[..., 2:]) / 2
    rho2 = ((centre(a) - centre(b)) ** 2).sum(-1)
    lt, rb = np.minimum(a[..., :2], b[..., :2]), np.maximum(a[..., 2:], b[..., 2:])
    c2 = ((rb - lt) ** 2).sum(-1)
    return inter / union - rho2 / c2
