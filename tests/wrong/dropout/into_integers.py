# WRONG: dtype: fills an array like x, which cuts the scaled integers
import numpy as np


def dropout(x, p, rng, training=True):
    out = np.zeros_like(x)
    mask = np.ones(x.shape, dtype=bool)
    if training:
        mask = rng.random(x.shape) >= p
    out[mask] = x[mask] / (1 - p if training and p < 1 else 1)
    return out, mask
