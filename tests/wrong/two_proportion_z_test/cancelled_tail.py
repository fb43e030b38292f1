# WRONG: stability: 1 - Phi(|z|) rounds to 0 for large z
import math

import numpy as np


def two_proportion_z_test(x1, n1, x2, n2):
    x1, n1, x2, n2 = (np.asarray(a, dtype=float) for a in (x1, n1, x2, n2))
    p = (x1 + x2) / (n1 + n2)
    se = np.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    z = np.divide(x1 / n1 - x2 / n2, se, out=np.zeros_like(se), where=se > 0)
    phi = np.vectorize(lambda t: 0.5 * (1 + math.erf(abs(t) / math.sqrt(2))), otypes=[float])(z)
    return z, 2 * (1 - phi)
