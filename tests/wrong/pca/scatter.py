# WRONG: basic: XX^T is called the covariance, without its 1/(n - 1) (the notes)
import numpy as np


def pca(x, k):
    x = x - x.mean(axis=0)
    values, vectors = np.linalg.eigh(x.T @ x)
    order = np.argsort(-values)[:k]
    w = vectors[:, order]
    return x @ w, w.T, values[order]
