import numpy as np


def mask_iou(masks_a, masks_b):
    out = np.zeros((len(masks_a), len(masks_b)))
    for i, p in enumerate(masks_a):
        for j, q in enumerate(masks_b):
            union = np.logical_or(p, q).sum()
            if union:
                out[i, j] = np.logical_and(p, q).sum() / union
    return out
