# WRONG: basic: one mask for all samples
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x.astype(float), np.ones(x.shape, dtype=bool)
    mask = np.broadcast_to(rng.random(x.shape[1:]) >= p, x.shape).copy()
    return np.where(mask, x, 0.0) / (1 - p), mask
