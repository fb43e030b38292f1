# WRONG: basic: eigenvectors are the columns of eigh's matrix, not its rows
import numpy as np


def pca(x, k):
    x = x - x.mean(axis=0)
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(x.T)))
    components = vectors[::-1][:k]
    return x @ components.T, components, values[::-1][:k]
