# WRONG: basic: takes the cheapest pair that is left
import numpy as np


def hungarian_assignment(cost):
    left = np.array(cost, dtype=float)
    pairs = []
    for _ in range(min(left.shape)):
        i, j = np.unravel_index(np.argmin(left), left.shape)
        pairs.append((i, j))
        left[i, :] = np.inf
        left[:, j] = np.inf
    pairs = np.array(sorted(pairs), dtype=int).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
