# WRONG: shape: (B, n) against (n, n) lines sentences up with queries
import numpy as np


def causal_mask(tokens, pad=0, queries=None):
    n = tokens.shape[-1]
    q = n if queries is None else queries
    return np.tri(n, dtype=bool)[n - q:] & (tokens != pad)
