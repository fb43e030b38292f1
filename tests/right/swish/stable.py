import numpy as np


def swish(x, beta=1.0):
    z = beta * np.asarray(x, dtype=np.float64)
    e = np.exp(-np.abs(z))
    return x * np.where(z >= 0, 1, e) / (1 + e)
