# WRONG: basic: divides by 1 - p in training and multiplies by it at inference, too (the notes)
import numpy as np


def dropout(x, p, rng, training=True):
    if not training:
        return x * (1 - p), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return np.where(mask, x, 0.0) / (1 - p), mask
