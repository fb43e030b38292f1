# WRONG: stability: the usual form without tanh overflows when e^x is squared
import numpy as np


def mish(x):
    e = np.exp(x)
    n = e * e + 2 * e
    return x * n / (n + 2)
