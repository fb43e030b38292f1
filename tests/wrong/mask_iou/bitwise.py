# WRONG: dtype: & and | of numbers work bit by bit: 1 & 2 is 0
import numpy as np


def mask_iou(masks_a, masks_b):
    inter = (masks_a[:, None] & masks_b[None].astype(masks_a.dtype)) > 0
    union = (masks_a[:, None] | masks_b[None].astype(masks_a.dtype)) > 0
    union = union.sum(axis=(2, 3))
    return np.where(union > 0, inter.sum(axis=(2, 3)) / np.maximum(union, 1), 0.0)
