# WRONG: basic: the variances are taken around the old means
import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    w, m, v = weights, means, variances
    for _ in range(n_iter):
        d = (x[:, None] - m) ** 2
        p = w * np.exp(-d / (2 * v)) / np.sqrt(2 * np.pi * v)
        r = p / p.sum(axis=1, keepdims=True)
        n = r.sum(axis=0)
        w, m, v = n / len(x), r.T @ x / n, (r * d).sum(axis=0) / n
    return w, m, v
