# WRONG: basic: leaves the filters in the order of their norms
import numpy as np


def l1_filter_prune(w, b, next_w, ratio=0.5):
    norms = np.abs(w).sum(axis=(1, 2, 3))
    kept = np.argsort(-norms, kind="stable")[: len(w) - int(ratio * len(w))]
    return kept, w[kept].astype(float), b[kept].astype(float), next_w[:, kept].astype(float)
