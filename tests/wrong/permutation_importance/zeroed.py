# WRONG: basic: the column is replaced by its mean instead of being shuffled
import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    base = np.mean((x @ w + b - y) ** 2)
    out = np.zeros(x.shape[1])
    for j in range(x.shape[1]):
        z = x.astype(float)
        z[:, j] = z[:, j].mean()
        out[j] = np.mean((z @ w + b - y) ** 2) - base
    return out
