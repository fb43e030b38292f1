"""SciPy's distances to all centres, and the draw by its definition: the inverse of the sums."""

import numpy as np
from scipy.spatial.distance import cdist


def witness(x, k, rng):
    x = np.asarray(x, np.float64)
    chosen = [rng.integers(len(x))]
    for _ in range(k - 1):
        weights = cdist(x, x[chosen], "sqeuclidean").min(axis=1)
        if weights.any():
            sums = np.cumsum(weights)
            chosen.append(np.searchsorted(sums / sums[-1], rng.random(), side="right"))
        else:
            chosen.append(rng.integers(len(x)))
    return x[chosen]
