# WRONG: ties: everything equal to the threshold goes, so more than asked for
import numpy as np


def magnitude_prune(w, sparsity):
    size = np.abs(w)
    k = round(sparsity * w.size)
    if k == 0:
        return w.astype(float), np.ones(w.shape, dtype=bool)
    threshold = np.sort(size, axis=None)[k - 1]
    mask = size > threshold
    return np.where(mask, w, 0.0), mask
