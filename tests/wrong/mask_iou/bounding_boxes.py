# WRONG: basic: the IoU of the bounding boxes
import numpy as np


def mask_iou(masks_a, masks_b):
    def box(m):
        y, x = np.nonzero(m)
        return (x.min(), y.min(), x.max() + 1, y.max() + 1) if len(x) else (0, 0, 0, 0)

    out = np.zeros((len(masks_a), len(masks_b)))
    for i, p in enumerate(map(box, masks_a)):
        for j, q in enumerate(map(box, masks_b)):
            w = max(0, min(p[2], q[2]) - max(p[0], q[0]))
            h = max(0, min(p[3], q[3]) - max(p[1], q[1]))
            union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
            out[i, j] = w * h / union if union else 0
    return out
