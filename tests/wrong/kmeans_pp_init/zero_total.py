# WRONG: edge: 0/0 where all samples coincide with a centre
import numpy as np


def kmeans_pp_init(x, k, rng):
    x = np.asarray(x, dtype=float)
    centers = [x[rng.integers(len(x))]]
    while len(centers) < k:
        d2 = ((x[:, None] - np.array(centers)) ** 2).sum(-1).min(axis=1)
        centers.append(x[rng.choice(len(x), p=d2 / d2.sum())])
    return np.array(centers)
