# WRONG: basic: goes up with probability 1 - p
import numpy as np


def stochastic_round(x, rng, step=1.0):
    low = np.floor(x / step)
    return (low + (rng.random(x.shape) >= x / step - low)) * step
