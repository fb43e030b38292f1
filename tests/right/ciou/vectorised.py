import numpy as np


def ciou(boxes_a, boxes_b):
    a, b = boxes_a[:, None, :].astype(float), boxes_b[None, :, :].astype(float)
    aw, ah = a[..., 2] - a[..., 0], a[..., 3] - a[..., 1]
    bw, bh = b[..., 2] - b[..., 0], b[..., 3] - b[..., 1]
    inter = np.clip(np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2]), 0, None)
    inter = inter[..., 0] * inter[..., 1]
    union = aw * ah + bw * bh - inter
    iou = inter / np.where(union > 0, union, 1)
    outer = np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])
    c2 = np.einsum("nmk,nmk->nm", outer, outer)
    apart = (a[..., :2] + a[..., 2:] - b[..., :2] - b[..., 2:]) / 2
    rho2 = np.einsum("nmk,nmk->nm", apart, apart)
    with np.errstate(divide="ignore", invalid="ignore"):
        v = (np.arctan(aw / ah) - np.arctan(bw / bh)) ** 2 * 4 / np.pi**2
        shape = v**2 / (1 - iou + v)
    return iou - rho2 / c2 - np.where(v > 0, shape, 0)
