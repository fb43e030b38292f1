import numpy as np


def causal_mask(tokens, pad=0, queries=None):
    n = tokens.shape[-1]
    if queries is None:
        queries = n
    future = np.triu(np.ones((queries, n), dtype=bool), k=n - queries + 1)
    padding = np.equal(tokens, pad)
    return ~(future | np.expand_dims(padding, -2))
