"""The numbers of the feature engineering deck, from encoded rows, ranks and stored arrays."""

import numpy as np
from scipy import sparse


def one_hot(codes: np.ndarray, levels: int) -> np.ndarray:
    return np.eye(levels)[codes]


def one_hot_distance(f, g):
    one = np.zeros(f, dtype=int)
    other = np.where(np.arange(f) < g, 0, 3)
    return np.linalg.norm(one_hot(one, 5) - one_hot(other, 5))


def one_hot_columns(m, a, b, c):
    """Rows that differ from a base row in one feature: each is one more independent row."""
    base = (0, 0, 0)
    rows = {
        tuple(level if i == feature else 0 for i in range(3))
        for feature, levels in enumerate((a, b, c))
        for level in range(levels)
    }
    return m + len(rows - {base})


def csr_memory(N, K):  # noqa: N803
    columns = np.zeros(N, dtype=np.int32)
    starts = np.arange(N + 1, dtype=np.int32)
    rows = sparse.csr_array((np.ones(N), columns, starts), shape=(N, K))
    stored = rows.data.nbytes + rows.indices.nbytes + rows.indptr.nbytes
    return np.broadcast_to(0.0, rows.shape).nbytes / stored


def equal_width_bin(lo, hi, k, x):
    """Inner edges at or below the value, all scaled by the number of bins to stay whole."""
    edges = range(k * lo, k * hi + 1, hi - lo)
    return sum(edge <= k * x for edge in edges[1:-1])
