# WRONG: basic: keeps the entries as they are, so the expectation falls by 1 - p
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return np.where(mask, x, 0.0), mask
