import numpy as np


def fm_second_order(x, v):
    x = np.asarray(x, dtype=float)
    n = x.shape[1]
    out = np.zeros(x.shape[0])
    for i in range(n):
        for j in range(i + 1, n):
            out += np.dot(v[i], v[j]) * x[:, i] * x[:, j]
    return out
