# WRONG: aliasing: asarray makes no copy of floats, so the zeros land in the weights that were given
import numpy as np


def magnitude_prune(w, sparsity):
    w = np.asarray(w, dtype=np.float64)
    order = np.argsort(-np.abs(w), axis=None, kind="stable")
    mask = np.ones(w.size, dtype=bool)
    mask[order[w.size - round(sparsity * w.size):]] = False
    mask = mask.reshape(w.shape)
    w[~mask] = 0
    return w, mask
