"""SciPy: linear_sum_assignment's total cost, and that of every permutation where they are few."""

from itertools import permutations
from math import perm

import numpy as np
from scipy.optimize import linear_sum_assignment


def agrees(answer, cost):
    rows, columns = answer
    cost = cost.astype(np.float64)
    assert len(rows) == len(columns) == min(cost.shape)
    assert len(set(rows.tolist())) == len(set(columns.tolist())) == len(rows)
    assert np.all(np.diff(rows) > 0)
    total = cost[rows, columns].sum()
    np.testing.assert_allclose(total, cost[linear_sum_assignment(cost)].sum(), rtol=1e-12)
    flat = cost if cost.shape[0] <= cost.shape[1] else cost.T
    if perm(flat.shape[1], flat.shape[0]) <= 720:
        ways = permutations(range(flat.shape[1]), flat.shape[0])
        least = min(sum(flat[i, j] for i, j in enumerate(way)) for way in ways)
        np.testing.assert_allclose(total, least, rtol=1e-12)


# SciPy's documented example: the total is 5
GOLDEN = [({"cost": np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])}, ([0, 1, 2], [1, 0, 2]))]
