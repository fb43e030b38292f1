# WRONG: basic: the farthest sample is taken instead of drawn (the notes)
import numpy as np


def kmeans_pp_init(x, k, rng):
    x = np.asarray(x, dtype=float)
    centers = [x[rng.integers(len(x))]]
    while len(centers) < k:
        d2 = ((x[:, None] - np.array(centers)) ** 2).sum(-1).min(axis=1)
        centers.append(x[np.argmax(d2)])
    return np.array(centers)
