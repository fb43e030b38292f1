# WRONG: basic: the next layer keeps the input channels of filters that are gone
import numpy as np


def l1_filter_prune(w, b, next_w, ratio=0.5):
    norms = np.abs(w).sum(axis=(1, 2, 3))
    kept = np.sort(np.argsort(-norms, kind="stable")[: len(w) - int(ratio * len(w))])
    return kept, w[kept].astype(float), b[kept].astype(float), next_w.astype(float)
