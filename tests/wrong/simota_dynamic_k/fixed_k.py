# WRONG: basic: every object takes q candidates
import numpy as np


def simota_dynamic_k(cost, ious, q=10):
    g, n = cost.shape
    if g == 0 or n == 0:
        return np.full(n, -1)
    top = -np.sort(-ious, axis=1)[:, :q]
    ks = np.full(g, q)
    taken = np.zeros((g, n), dtype=bool)
    for i in range(g):
        taken[i, np.argsort(cost[i], kind="stable")[: ks[i]]] = True
    return np.where(taken.any(axis=0), np.where(taken, cost, np.inf).argmin(axis=0), -1)
