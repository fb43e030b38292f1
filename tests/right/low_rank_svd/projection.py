import numpy as np


def low_rank_svd(w, rank):
    # the leading eigenvectors of the Gram matrix span the rows to keep
    w = np.asarray(w, dtype=np.float64)
    values, vectors = np.linalg.eigh(w.T @ w)
    v = vectors[:, np.argsort(values)[::-1][:rank]]
    return w @ v, v.T
