import numpy as np


def pca(x, k):
    x = np.asarray(x, dtype=np.float64)
    x = x - x.mean(axis=0)
    cov = x.T @ x / (x.shape[0] - 1)
    values, vectors = np.linalg.eigh(cov)
    order = np.argsort(values)[::-1][:k]
    w = vectors[:, order]
    return x @ w, w.T, values[order]
