# WRONG: edge: the mean of no weights is NaN
import numpy as np


def kmeans_weight_sharing(w, k, num_iters=10):
    c = np.linspace(w.min(), w.max(), k)
    for _ in range(num_iters):
        a = np.abs(w[..., None] - c).argmin(axis=-1)
        c = np.array([w[a == j].mean() for j in range(k)])
    return c, np.abs(w[..., None] - c).argmin(axis=-1)
