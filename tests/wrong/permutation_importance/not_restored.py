# WRONG: basic: the columns before stay shuffled
import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    base = np.mean((x @ w + b - y) ** 2)
    out = np.zeros(x.shape[1])
    z = x.copy()
    for j in range(x.shape[1]):
        for _ in range(n_repeats):
            z[:, j] = x[rng.permutation(len(x)), j]
            out[j] += np.mean((z @ w + b - y) ** 2) - base
    return out / n_repeats
