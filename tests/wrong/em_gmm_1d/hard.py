# WRONG: basic: each sample goes wholly to its likeliest component
import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    w, m, v = weights.astype(float), means.astype(float), variances.astype(float)
    for _ in range(n_iter):
        logs = np.log(w) - 0.5 * np.log(v) - (x[:, None] - m) ** 2 / (2 * v)
        label = logs.argmax(axis=1)
        for j in range(len(w)):
            part = x[label == j]
            if len(part):
                w[j], m[j], v[j] = len(part) / len(x), part.mean(), part.var() + 1e-12
    return w, m, v
