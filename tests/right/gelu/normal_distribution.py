from statistics import NormalDist

import numpy as np


def gelu(x, approximate="none"):
    x = np.asarray(x, dtype=float)
    if approximate == "tanh":
        inner = np.sqrt(8 / np.pi) * (x + 0.044715 * x**3)
        return x / (1 + np.exp(-np.clip(inner, -700, 700)))
    cdf = NormalDist().cdf
    return np.array([v * cdf(v) for v in x.ravel().tolist()]).reshape(x.shape)
