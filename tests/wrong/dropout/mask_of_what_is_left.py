# WRONG: edge: takes the mask from the output, where a 0 that was kept counts as dropped
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    y = np.where(rng.random(x.shape) >= p, x, 0.0) / (1 - p if p < 1 else 1)
    return y, y != 0
