# WRONG: basic: starts at quantiles, which gives the rare large weights no centroid
import numpy as np


def kmeans_weight_sharing(w, k, num_iters=10):
    w = w.astype(np.float64)
    c = np.quantile(w, (np.arange(k) + 0.5) / k)
    for _ in range(num_iters):
        a = np.abs(w[..., None] - c).argmin(axis=-1)
        c = np.array([w[a == j].mean() if (a == j).any() else c[j] for j in range(k)])
    return c, np.abs(w[..., None] - c).argmin(axis=-1)
