# WRONG: shape: range(img.shape[0]) for the columns, too
import numpy as np


def median_filter(img, k=3):
    r = k // 2
    pad = [(r, r), (r, r)] + [(0, 0)] * (img.ndim - 2)
    padded = np.pad(img, pad, mode="edge")
    out = img.copy()
    for i in range(img.shape[0]):
        for j in range(img.shape[0]):
            out[i, j] = np.median(padded[i:i + k, j:j + k], axis=(0, 1))
    return out
