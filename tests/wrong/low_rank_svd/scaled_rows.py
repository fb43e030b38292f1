# WRONG: edge: divides by the singular values, which may be 0
import numpy as np


def low_rank_svd(w, rank):
    w = np.asarray(w, dtype=np.float64)
    values, vectors = np.linalg.eigh(w.T @ w)
    v = vectors[:, ::-1][:, :rank]
    s = np.sqrt(np.maximum(values[::-1][:rank], 0))
    u = w @ v / s
    return u * np.sqrt(s), np.sqrt(s)[:, None] * v.T
