# WRONG: dtype: the answers are written into an array of integers
import numpy as np


def mish(x):
    out = np.zeros_like(x)
    for i, v in np.ndenumerate(x):
        softplus = np.maximum(v, 0) + np.log1p(np.exp(-abs(v)))
        out[i] = v * np.tanh(softplus)
    return out
