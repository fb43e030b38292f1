# WRONG: basic: keeps the largest values instead of the largest magnitudes
import numpy as np


def nm_prune_mask(w, n=2, m=4):
    groups = w.reshape(-1, m)
    order = np.argsort(-groups, axis=1, kind="stable")
    mask = np.zeros(groups.shape, dtype=bool)
    np.put_along_axis(mask, order[:, :n], True, axis=1)
    return mask.reshape(w.shape)
