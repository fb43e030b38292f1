# WRONG: edge: mask[-0:] is everything, where no query asks
import numpy as np


def causal_mask(tokens, pad=0, queries=None):
    n = tokens.shape[-1]
    mask = np.tri(n, dtype=bool) & (tokens != pad)[..., None, :]
    return mask if queries is None else mask[..., -queries:, :]
