# WRONG: basic: a window of 3, whatever k says
import numpy as np


def median_filter(img, k=3):
    pad = [(1, 1), (1, 1)] + [(0, 0)] * (img.ndim - 2)
    padded = np.pad(img, pad, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(0, 1))
    return np.median(windows, axis=(-2, -1)).astype(img.dtype)
