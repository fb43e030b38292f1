# WRONG: edge: argmin over no objects raises
import numpy as np


def simota_dynamic_k(cost, ious, q=10):
    ks = np.maximum((-np.sort(-ious, axis=1)[:, :q]).sum(axis=1).astype(int), 1)
    ranks = np.argsort(np.argsort(cost, axis=1, kind="stable"), axis=1)
    taken = ranks < ks[:, None]
    return np.where(taken.any(axis=0), np.where(taken, cost, np.inf).argmin(axis=0), -1)
