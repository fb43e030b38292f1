import math

import numpy as np


def stochastic_round(x, rng, step=1.0):
    out = np.zeros(x.shape)
    draws = rng.random(x.shape)
    for place in np.ndindex(x.shape):
        y = float(x[place]) / step
        low = math.floor(y)
        out[place] = step * (low + 1 if draws[place] < y - low else low)
    return out
