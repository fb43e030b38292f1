# WRONG: basic: later windows read pixels that are already filtered
import numpy as np


def median_filter(img, k=3):
    r = k // 2
    pad = [(r, r), (r, r)] + [(0, 0)] * (img.ndim - 2)
    out = np.pad(img, pad, mode="edge")
    for i in range(r, r + img.shape[0]):
        for j in range(r, r + img.shape[1]):
            out[i, j] = np.median(out[i - r:i + r + 1, j - r:j + r + 1], axis=(0, 1))
    return out[r:r + img.shape[0], r:r + img.shape[1]]
