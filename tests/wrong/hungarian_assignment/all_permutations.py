# WRONG: large: tries all permutations
from itertools import permutations

import numpy as np


def hungarian_assignment(cost):
    n, m = cost.shape
    if n > m:
        rows = min(permutations(range(n), m), key=lambda p: sum(cost[i, j] for j, i in enumerate(p)))
        order = np.argsort(np.array(rows, dtype=int))
        return np.array(rows, dtype=int)[order], order
    columns = min(permutations(range(m), n), key=lambda p: sum(cost[i, j] for i, j in enumerate(p)))
    return np.arange(n), np.array(columns, dtype=int)
