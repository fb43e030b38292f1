# WRONG: dtype: only the value 1 counts as set
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = masks_a == 1, masks_b == 1
    inter = (a[:, None] & b[None]).sum(axis=(2, 3))
    union = (a[:, None] | b[None]).sum(axis=(2, 3))
    return np.where(union > 0, inter / np.maximum(union, 1), 0.0)
