# WRONG: edge: with p = 1 it computes 0 / 0
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return x * mask / np.float64(1 - p), mask
