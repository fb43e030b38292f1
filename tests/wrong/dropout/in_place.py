# WRONG: aliasing: writes the zeros into the caller's array
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    x[~mask] = 0
    return x / (1 - p if p < 1 else 1), mask
