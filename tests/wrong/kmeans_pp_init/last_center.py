# WRONG: basic: the distance to the last centre only (the notes)
import numpy as np


def kmeans_pp_init(x, k, rng):
    x = np.asarray(x, dtype=float)
    centers = [x[rng.integers(len(x))]]
    for _ in range(k - 1):
        d2 = ((x - centers[-1]) ** 2).sum(axis=1)
        if d2.sum() > 0:
            centers.append(x[rng.choice(len(x), p=d2 / d2.sum())])
        else:
            centers.append(x[rng.integers(len(x))])
    return np.array(centers)
