# WRONG: basic: returns the indices from before the centroids moved
import numpy as np


def kmeans_weight_sharing(w, k, num_iters=10):
    c = np.linspace(w.min(), w.max(), k)
    a = np.abs(w[..., None] - c).argmin(axis=-1)
    for _ in range(num_iters):
        a = np.abs(w[..., None] - c).argmin(axis=-1)
        c = np.array([w[a == j].mean() if (a == j).any() else c[j] for j in range(k)])
    return c, a
