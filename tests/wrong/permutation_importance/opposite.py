# WRONG: basic: before minus after, as of a score; an error grows
import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    base = np.mean((x @ w + b - y) ** 2)
    out = np.zeros(x.shape[1])
    for j in range(x.shape[1]):
        for _ in range(n_repeats):
            z = x.copy()
            z[:, j] = x[rng.permutation(len(x)), j]
            out[j] += base - np.mean((z @ w + b - y) ** 2)
    return out / n_repeats
