# WRONG: ties: every filter whose norm equals the threshold stays, so too many
import numpy as np


def l1_filter_prune(w, b, next_w, ratio=0.5):
    norms = np.abs(w).sum(axis=(1, 2, 3))
    threshold = np.sort(norms)[int(ratio * len(w))]
    kept = np.flatnonzero(norms >= threshold)
    return kept, w[kept].astype(float), b[kept].astype(float), next_w[:, kept].astype(float)
