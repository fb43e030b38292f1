"""The growth written out: with residuals e and changes c, the mean of c^2 - 2ec."""

import math

import numpy as np


def witness(x, y, w, b, rng, n_repeats=5):
    x, y, w = (np.asarray(a, np.float64).tolist() for a in (x, y, w))
    n = len(x)
    residuals = [
        y[i] - b - math.fsum(p * q for p, q in zip(x[i], w, strict=True)) for i in range(n)
    ]
    found = []
    for j in range(len(w)):
        growth = []
        for _ in range(n_repeats):
            order = rng.permutation(n).tolist()
            changes = [w[j] * (x[order[i]][j] - x[i][j]) for i in range(n)]
            growth += [c * (c - 2 * e) for c, e in zip(changes, residuals, strict=True)]
        found.append(math.fsum(growth) / len(growth))
    return np.array(found)
