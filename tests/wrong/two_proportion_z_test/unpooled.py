# WRONG: basic: the variances of both groups are added instead of pooled
import math

import numpy as np


def two_proportion_z_test(x1, n1, x2, n2):
    p1, p2 = x1 / n1, x2 / n2
    var = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    z = np.where(var > 0, (p1 - p2) / np.sqrt(np.where(var > 0, var, 1)), 0.0)
    p = np.vectorize(lambda t: math.erfc(abs(t) / math.sqrt(2)), otypes=[float])(z)
    return z, p
