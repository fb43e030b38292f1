"""SciPy's eigh: w projected on the leading eigenvectors of its Gram matrix."""

import numpy as np
import scipy.linalg


def agrees(answer, w, rank):
    a, b = answer
    w = np.asarray(w, dtype=np.float64)
    assert a.shape == (w.shape[0], rank)
    assert b.shape == (rank, w.shape[1])
    values, vectors = scipy.linalg.eigh(w.T @ w)
    leading = vectors[:, ::-1][:, :rank]
    size = np.abs(w).max()
    np.testing.assert_allclose(a @ b, w @ leading @ leading.T, rtol=0, atol=1e-7 * size)
    error = np.clip(values[::-1][rank:], 0, None).sum()
    np.testing.assert_allclose(np.square(w - a @ b).sum(), error, rtol=1e-7, atol=1e-9 * size**2)
