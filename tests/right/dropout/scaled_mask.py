import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return 1.0 * x, np.ones(x.shape, dtype=bool)
    if p == 1:
        return np.zeros(x.shape), np.zeros(x.shape, dtype=bool)
    mask = ~(rng.random(x.shape) < p)
    return x * (mask / (1.0 - p)), mask
