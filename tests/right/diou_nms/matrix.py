import numpy as np


def diou_nms(boxes, scores, threshold=0.5):
    order = np.lexsort((np.arange(len(scores)), -scores))
    b = boxes[order].astype(np.float64)
    x, y = b[:, None], b[None]
    inter = np.clip(np.minimum(x[..., 2:], y[..., 2:]) - np.maximum(x[..., :2], y[..., :2]), 0, None).prod(-1)
    area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    union = area[:, None] + area - inter
    rho2 = ((x[..., :2] + x[..., 2:] - y[..., :2] - y[..., 2:]) ** 2).sum(-1) / 4
    c2 = ((np.maximum(x[..., 2:], y[..., 2:]) - np.minimum(x[..., :2], y[..., :2])) ** 2).sum(-1)
    value = inter / np.where(union > 0, union, 1) - rho2 / np.where(c2 > 0, c2, 1)
    alive = np.ones(len(b), dtype=bool)
    for i in range(len(b)):
        if alive[i]:
            alive[i + 1 :] &= value[i, i + 1 :] <= threshold
    return order[alive]
