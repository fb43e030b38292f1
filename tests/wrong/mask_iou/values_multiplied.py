# WRONG: dtype: adds up products of the values, which may be 255
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = (m.reshape(len(m), m[0].size if len(m) else 1).astype(float) for m in (masks_a, masks_b))
    inter = a @ b.T
    union = a.sum(axis=1)[:, None] + b.sum(axis=1) - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)
