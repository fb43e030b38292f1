# WRONG: dtype: fills a uint8 array, whatever img holds
import numpy as np


def median_filter(img, k=3):
    r = k // 2
    pad = [(r, r), (r, r)] + [(0, 0)] * (img.ndim - 2)
    padded = np.pad(img, pad, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(0, 1))
    return np.median(windows, axis=(-2, -1)).astype(np.int64).astype(np.uint8)
