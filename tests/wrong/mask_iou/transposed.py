# WRONG: shape: the answer is (M, N) where the sets differ in size
import numpy as np


def mask_iou(masks_a, masks_b):
    a, b = (m.reshape(len(m), -1).astype(bool).astype(float) for m in (masks_a, masks_b))
    inter = a @ b.T if len(a) == len(b) else b @ a.T
    rows, columns = (a, b) if len(a) == len(b) else (b, a)
    return inter / (rows.sum(1)[:, None] + columns.sum(1) - inter)
