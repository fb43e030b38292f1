# WRONG: basic: sqrt(2) / pi for sqrt(2 / pi)
import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(np.sqrt(2) / np.pi * (x + 0.044715 * x**3)))
    return x * 0.5 * np.vectorize(math.erfc, otypes=[float])(-x / math.sqrt(2))
