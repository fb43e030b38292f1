# WRONG: basic: compares signed values, as the notes say, so large negative weights go
import numpy as np


def magnitude_prune(w, sparsity):
    order = np.argsort(w, axis=None, kind="stable")
    mask = np.ones(w.size, dtype=bool)
    mask[order[: round(sparsity * w.size)]] = False
    mask = mask.reshape(w.shape)
    return np.where(mask, w, 0.0), mask
