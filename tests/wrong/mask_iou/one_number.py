# WRONG: basic: mask i against mask i only
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = masks_a != 0, masks_b != 0
    n = min(len(a), len(b))
    inter = (a[:n] & b[:n]).sum(axis=(1, 2))
    union = (a[:n] | b[:n]).sum(axis=(1, 2))
    return inter / np.maximum(union, 1)
