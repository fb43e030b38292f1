"""NumPy's ravel_multi_index of differences, pair by pair; and the table of M = 2 worked by hand."""

from itertools import product

import numpy as np

GOLDEN = [
    (
        {"window_size": 2},
        np.array([[4, 3, 1, 0], [5, 4, 2, 1], [7, 6, 4, 3], [8, 7, 5, 4]]),
    ),
    ({"window_size": (3,)}, np.array([[2, 1, 0], [3, 2, 1], [4, 3, 2]])),
]


def witness(window_size):
    sides = (window_size, window_size) if isinstance(window_size, int) else window_size
    tokens = list(product(*map(range, sides)))
    table = [2 * side - 1 for side in sides]
    out = np.zeros((len(tokens), len(tokens)), dtype=np.int64)
    for i, query in enumerate(tokens):
        for j, key in enumerate(tokens):
            raised = [a - b + m - 1 for a, b, m in zip(query, key, sides, strict=True)]
            out[i, j] = np.ravel_multi_index(raised, table)
    return out
