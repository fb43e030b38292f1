# WRONG: aliasing: the argument is divided by sqrt 2 for good
import math

import numpy as np


def gelu(x, approximate="none"):
    if x.dtype.kind != "f":
        x = x.astype(float)
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
    y = x.copy()
    x /= math.sqrt(2)
    return 0.5 * y * (1 + np.array([math.erf(v) for v in x.ravel()]).reshape(x.shape))
