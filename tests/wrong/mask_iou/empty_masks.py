# WRONG: edge: 0/0 for two empty masks
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = masks_a != 0, masks_b != 0
    inter = (a[:, None] & b[None]).sum(axis=(2, 3))
    union = (a[:, None] | b[None]).sum(axis=(2, 3))
    return inter / union
