import math

import numpy as np


def quantile(p):
    lo, hi = -10.0, 10.0
    for _ in range(200):
        mid = (lo + hi) / 2
        if 0.5 * math.erfc(-mid / math.sqrt(2)) < p:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def ab_sample_size(sigma, delta, alpha=0.05, power=0.8):
    z = -quantile(alpha / 2) + quantile(power)
    error = np.abs(delta.astype(float)) / z  # what the standard error may be
    return -np.floor_divide(-2 * sigma.astype(float) ** 2, error ** 2).astype(int)
