# WRONG: dtype: products of integers are cut off when they are written back
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    out = x.copy()
    out[x < 0] = negative_slope * x[x < 0]
    return out
