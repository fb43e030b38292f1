"""The definition, pair by pair; and NumPy's tril, the lower triangle, where nothing is padded."""

import numpy as np

GOLDEN = [
    ({"tokens": np.array([3, 1, 4, 1])}, np.tril(np.ones((4, 4))) > 0),
    ({"tokens": np.array([3, 1, 4, 1]), "queries": 2}, np.tri(2, 4, 2) > 0),
    ({"tokens": np.array([0, 2]), "pad": 2}, np.array([[True, False], [True, False]])),
]


def witness(tokens, pad=0, queries=None):
    n = tokens.shape[-1]
    q = n if queries is None else queries
    out = np.zeros((*tokens.shape[:-1], q, n), dtype=bool)
    for place in np.ndindex(out.shape):
        *lead, i, j = place
        out[place] = n - q + i >= j and int(tokens[(*lead, j)]) != pad
    return out
