# WRONG: basic: `approximate` is ignored
import math

import numpy as np


def gelu(x, approximate="none"):
    phi = np.array([0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x.flat])
    return x * phi.reshape(x.shape)
