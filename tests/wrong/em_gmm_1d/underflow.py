# WRONG: stability: the densities of a far sample are all rounded to 0
import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    w, m, v = weights, means, variances
    x = x.astype(float)
    for _ in range(n_iter):
        p = w * np.exp(-((x[:, None] - m) ** 2) / (2 * v)) / np.sqrt(2 * np.pi * v)
        r = p / p.sum(axis=1, keepdims=True)
        n = r.sum(axis=0)
        w, m = n / len(x), r.T @ x / n
        v = (r * (x[:, None] - m) ** 2).sum(axis=0) / n
    return w * 1.0, m * 1.0, v * 1.0
