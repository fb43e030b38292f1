import numpy as np


def mask_iou(masks_a, masks_b):
    a = masks_a.astype(bool)[:, None]
    b = masks_b.astype(bool)[None]
    inter = np.count_nonzero(a & b, axis=(2, 3))
    union = np.count_nonzero(a | b, axis=(2, 3))
    return np.where(union > 0, inter / np.maximum(union, 1), 0.0)
