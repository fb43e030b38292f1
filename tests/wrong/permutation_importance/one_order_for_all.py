# WRONG: basic: one order a repeat serves for all features
import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    base = np.mean((x @ w + b - y) ** 2)
    out = np.zeros(x.shape[1])
    for _ in range(n_repeats):
        order = rng.permutation(len(x))
        for j in range(x.shape[1]):
            z = x.copy()
            z[:, j] = x[order, j]
            out[j] += np.mean((z @ w + b - y) ** 2) - base
    return out / n_repeats
