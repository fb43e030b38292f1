import math

import numpy as np


def exact(v):
    return v * 0.5 * (1 + math.erf(v / math.sqrt(2)))


def by_tanh(v):
    return 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v * v * v)))


def gelu(x, approximate="none"):
    f = by_tanh if approximate == "tanh" else exact
    return np.array([f(float(v)) for v in x.ravel()]).reshape(x.shape)
