# WRONG: stability: inf / inf for large x
import numpy as np


def swish(x, beta=1.0):
    e = np.exp(beta * x)
    return x * e / (1 + e)
