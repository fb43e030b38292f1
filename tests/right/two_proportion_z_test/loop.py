from math import erfc, sqrt

import numpy as np


def two_proportion_z_test(x1, n1, x2, n2):
    z, p = np.zeros(x1.shape), np.ones(x1.shape)
    for i in np.ndindex(*x1.shape):
        a, n, b, m = int(x1[i]), int(n1[i]), int(x2[i]), int(n2[i])
        if a + b in (0, n + m):
            continue
        rate = (a + b) / (n + m)
        z[i] = (a / n - b / m) / (rate * (1 - rate) * (1 / n + 1 / m)) ** 0.5
        p[i] = erfc(abs(z[i]) / sqrt(2))
    return z, p
