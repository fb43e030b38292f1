# WRONG: dtype: the answers are written into an array of integers
import numpy as np


def swish(x, beta=1.0):
    out = np.empty_like(x)
    for i, v in np.ndenumerate(x):
        out[i] = v / (1 + np.exp(min(-beta * v, 700)))
    return out
