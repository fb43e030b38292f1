# WRONG: basic: shares by the distance, not by its square
import numpy as np


def kmeans_pp_init(x, k, rng):
    x = np.asarray(x, dtype=float)
    centers = [x[rng.integers(len(x))]]
    while len(centers) < k:
        d = np.linalg.norm(x[:, None] - np.array(centers), axis=-1).min(axis=1)
        i = rng.choice(len(x), p=d / d.sum()) if d.any() else rng.integers(len(x))
        centers.append(x[i])
    return np.array(centers)
