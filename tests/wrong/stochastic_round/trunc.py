# WRONG: basic: astype(int) cuts towards 0, so negative numbers are never rounded down
import numpy as np


def stochastic_round(x, rng, step=1.0):
    y = x / step
    low = np.trunc(y)
    return (low + (rng.random(x.shape) < y - low)) * step
