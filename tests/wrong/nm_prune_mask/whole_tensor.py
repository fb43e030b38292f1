# WRONG: basic: prunes the share over the whole tensor, so groups may keep more or fewer than n
import numpy as np


def nm_prune_mask(w, n=2, m=4):
    keep = w.size * n // m
    mask = np.zeros(w.size, dtype=bool)
    mask[np.argsort(-np.abs(w), axis=None, kind="stable")[:keep]] = True
    return mask.reshape(w.shape)
