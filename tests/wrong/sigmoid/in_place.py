# WRONG: aliasing: negates and clips the argument itself
import numpy as np


def sigmoid(x):
    if x.dtype.kind != "f":
        x = x.astype(float)
    np.negative(x, out=x)
    np.minimum(x, 700 if x.dtype == np.float64 else 80, out=x)
    return 1 / (1 + np.exp(x))
