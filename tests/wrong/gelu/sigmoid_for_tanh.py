# WRONG: basic: x sigmoid(1.702 x) is the paper's other approximation
import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate != "none":
        return x / (1 + np.exp(-1.702 * x))
    return 0.5 * x * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2)))
