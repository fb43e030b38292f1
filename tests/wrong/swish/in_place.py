# WRONG: aliasing: multiplies the argument itself
import numpy as np


def swish(x, beta=1.0):
    if x.dtype.kind != "f":
        x = x.astype(float)
    x *= 1 / (1 + np.exp(-beta * x))
    return x
