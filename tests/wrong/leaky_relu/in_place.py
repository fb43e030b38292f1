# WRONG: aliasing: scales the argument itself
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    x = np.asarray(x, dtype=np.result_type(x, np.float32))
    x[x < 0] *= negative_slope
    return x
