# WRONG: stability: huge numbers do not fit int64
import numpy as np


def stochastic_round(x, rng, step=1.0):
    y = x / step
    low = np.floor(y).astype(np.int64)
    return (low + (rng.random(x.shape) < y - low)) * step
