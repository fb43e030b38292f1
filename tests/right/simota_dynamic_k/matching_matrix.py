import numpy as np


def simota_dynamic_k(cost, ious, q=10):
    g, n = cost.shape
    if g == 0 or n == 0:
        return np.full(n, -1)
    top = np.sort(ious, axis=1)[:, ::-1][:, : min(q, n)]
    ks = np.clip(top.sum(axis=1, dtype=float).astype(int), 1, None)
    matching = np.zeros((g, n), dtype=int)
    for i in range(g):
        matching[i, np.argsort(cost[i], kind="stable")[: ks[i]]] = 1
    many = matching.sum(axis=0) > 1
    if many.any():
        winner = cost[:, many].argmin(axis=0)  # of all objects, as YOLOX does it
        matching[:, many] = 0
        matching[winner, np.flatnonzero(many)] = 1
    return np.where(matching.any(axis=0), matching.argmax(axis=0), -1)
