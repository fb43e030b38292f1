# WRONG: basic: the quantile of a one-sided test
from statistics import NormalDist

import numpy as np


def ab_sample_size(sigma, delta, alpha=0.05, power=0.8):
    z = NormalDist().inv_cdf(1 - alpha) + NormalDist().inv_cdf(power)
    return np.ceil(2 * (z * sigma / delta) ** 2).astype(int)
