# WRONG: basic: draws from NumPy's global generator, not from rng
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    mask = np.random.rand(*x.shape) >= p
    return np.where(mask, x, 0.0) / (1 - p), mask
