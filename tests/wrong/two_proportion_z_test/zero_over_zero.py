# WRONG: edge: 0 / 0 is NaN where nobody converted
import math

import numpy as np


def two_proportion_z_test(x1, n1, x2, n2):
    x1, n1, x2, n2 = (np.asarray(a, dtype=float) for a in (x1, n1, x2, n2))
    p = (x1 + x2) / (n1 + n2)
    z = (x1 / n1 - x2 / n2) / np.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    return z, np.vectorize(lambda t: math.erfc(abs(t) / math.sqrt(2)), otypes=[float])(z)
