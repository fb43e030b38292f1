"""Brute force: of all choices of n places out of m, the first with the largest sum."""

from itertools import combinations

import numpy as np

GOLDEN = [
    ({"w": np.array([1.0, 1.0, 1.0, 1.0])}, np.array([True, True, False, False])),
    ({"w": np.array([[0.0, 0.0, 0.0, -5.0]])}, np.array([[True, False, False, True]])),
]


def witness(w, n=2, m=4):
    w = np.abs(np.asarray(w, dtype=np.float64))
    choices = list(combinations(range(m), n))  # in lexical order, so the first of equals wins
    patterns = np.array([[i in chosen for i in range(m)] for chosen in choices])
    sums = (w.reshape(-1, 1, m) * patterns).sum(axis=2)
    return patterns[sums.argmax(axis=1)].reshape(w.shape) if w.size else np.zeros(w.shape, bool)
