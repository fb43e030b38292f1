# WRONG: edge: the quantile of a power below 1/2 is negative and must stay so
from statistics import NormalDist

import numpy as np


def ab_sample_size(sigma, delta, alpha=0.05, power=0.8):
    z_alpha = abs(NormalDist().inv_cdf(alpha / 2))
    z_beta = abs(NormalDist().inv_cdf(1 - power))
    n = 2 * np.asarray(sigma, float) ** 2 * (z_alpha + z_beta) ** 2 / np.asarray(delta, float) ** 2
    return np.ceil(n).astype(int)
