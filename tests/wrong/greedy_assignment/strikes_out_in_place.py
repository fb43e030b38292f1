# WRONG: aliasing: strikes rows and columns out of the matrix that it was given
import numpy as np


def greedy_assignment(cost, max_cost=None):
    left = np.asarray(cost, dtype=float)
    rows, columns = [], []
    for _ in range(min(cost.shape)):
        i, j = np.unravel_index(np.argmin(left), left.shape)
        if max_cost is not None and left[i, j] > max_cost:
            break
        rows.append(i)
        columns.append(j)
        left[i, :] = np.inf
        left[:, j] = np.inf
    return np.array(rows, dtype=int), np.array(columns, dtype=int)
