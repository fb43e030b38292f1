"""SciPy: scipy.linalg.svd, in whose axes a round of power iteration is a power of sigma."""

import numpy as np
from scipy.linalg import svd

GOLDEN = [
    (
        # W.T u = (3, 4), of length 5; W v = (25, 10) / 5 = (5, 2)
        {"w": np.array([[3.0, 4.0], [2.0, 1.0]]), "u": np.array([1.0, 0.0])},
        (
            np.array([[3.0, 4.0], [2.0, 1.0]]) / np.sqrt(29),
            np.sqrt(29),
            np.array([5.0, 2.0]) / np.sqrt(29),
        ),
    ),
]


def witness(w, u, n_power_iterations=1, eps=1e-12):
    w = np.asarray(w, dtype=np.float64)
    if not w.any():
        return np.zeros(w.shape), 0.0, np.zeros(len(w))
    left, values, _ = svd(w.reshape(len(w), -1), full_matrices=False)
    scaled = values / values[0]
    start = left.T @ np.asarray(u, dtype=np.float64)
    after = scaled ** (2 * n_power_iterations) * start
    before = scaled ** (2 * n_power_iterations - 1) * start
    sigma = values[0] * np.linalg.norm(after) / np.linalg.norm(before)
    return w / sigma, sigma, left @ (after / np.linalg.norm(after))
