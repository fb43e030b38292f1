# WRONG: basic: eigh sorts by rising eigenvalue, so these are the directions of least variance
import numpy as np


def pca(x, k):
    x = x - x.mean(axis=0)
    values, vectors = np.linalg.eigh(x.T @ x / (len(x) - 1))
    w = vectors[:, :k]
    return x @ w, w.T, values[:k]
