# WRONG: ties: keeps all that equal the n-th largest, so more than n
import numpy as np


def nm_prune_mask(w, n=2, m=4):
    groups = np.abs(w).reshape(-1, m)
    if n == 0:
        return np.zeros(w.shape, dtype=bool)
    threshold = np.sort(groups, axis=1)[:, m - n : m - n + 1]
    return (groups >= threshold).reshape(w.shape)
