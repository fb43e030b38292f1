# WRONG: aliasing: sets what is above 0 to 1 in the caller's array
import numpy as np


def mask_iou(masks_a, masks_b):
    for m in (masks_a, masks_b):
        m[m > 0] = 1
    a, b = masks_a.astype(bool), masks_b.astype(bool)
    inter = (a[:, None] & b[None]).sum(axis=(2, 3))
    union = (a[:, None] | b[None]).sum(axis=(2, 3))
    return np.where(union > 0, inter / np.maximum(union, 1), 0.0)
