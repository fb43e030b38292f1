import numpy as np


def causal_mask(tokens, pad=0, queries=None):
    n = tokens.shape[-1]
    q = n if queries is None else queries
    rows = tokens.reshape(-1, n) if n else np.zeros((int(np.prod(tokens.shape[:-1])), 0))
    out = np.zeros((len(rows), q, n), dtype=bool)
    for b, row in enumerate(rows):
        for i in range(q):
            for j in range(n - q + i + 1):
                out[b, i, j] = row[j] != pad
    return out.reshape(*tokens.shape[:-1], q, n)
