import numpy as np


def magnitude_prune(w, sparsity):
    size = np.abs(w).ravel()
    k = int(round(sparsity * size.size))
    mask = np.ones(size.size, dtype=bool)
    if k > 0:
        threshold = np.partition(size, k - 1)[k - 1]
        mask = size > threshold
        equal = np.flatnonzero(size == threshold)
        mask[equal[: size.size - k - mask.sum()]] = True
    mask = mask.reshape(w.shape)
    out = w.astype(np.float64)
    out[~mask] = 0
    return out, mask
