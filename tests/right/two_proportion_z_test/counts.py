import math

import numpy as np


def two_proportion_z_test(x1, n1, x2, n2):
    x1, n1, x2, n2 = [np.array(a, dtype=np.float64) for a in (x1, n1, x2, n2)]
    yes, all_users = x1 + x2, n1 + n2
    no = all_users - yes
    # everything over a common denominator: no rate is ever formed
    under = np.sqrt(yes * no * n1 * n2 / all_users)
    top = x1 * n2 - x2 * n1
    z = np.zeros_like(top)
    np.divide(top, under, out=z, where=under > 0)
    tail = np.frompyfunc(lambda t: math.erfc(t / math.sqrt(2)), 1, 1)
    return z, tail(np.abs(z)).astype(float)
