# WRONG: basic: twice the overlap over the sum of the sizes, which is Dice
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = masks_a != 0, masks_b != 0
    out = np.zeros((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            total = a[i].sum() + b[j].sum()
            out[i, j] = 2 * (a[i] & b[j]).sum() / total if total else 0
    return out
