# WRONG: basic: the shares leave out the components' weights
import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    w, m, v = weights, means, variances
    for _ in range(n_iter):
        logs = -0.5 * np.log(v) - (x[:, None] - m) ** 2 / (2 * v)
        r = np.exp(logs - logs.max(axis=1, keepdims=True))
        r = r / r.sum(axis=1, keepdims=True)
        n = r.sum(axis=0)
        w, m = n / len(x), r.T @ x / n
        v = (r * (x[:, None] - m) ** 2).sum(axis=0) / n
    return w, m, v
