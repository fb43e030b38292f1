# WRONG: basic: a contested candidate belongs to nobody
import numpy as np


def simota_dynamic_k(cost, ious, q=10):
    g, n = cost.shape
    if g == 0 or n == 0:
        return np.full(n, -1)
    top = -np.sort(-ious, axis=1)[:, :q]
    ks = np.maximum(top.sum(axis=1).astype(int), 1)
    taken = np.zeros((g, n), dtype=bool)
    for i in range(g):
        taken[i, np.argsort(cost[i], kind="stable")[: ks[i]]] = True
    return np.where(taken.sum(axis=0) == 1, taken.argmax(axis=0), -1)
