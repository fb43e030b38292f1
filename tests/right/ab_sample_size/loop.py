import math
from statistics import NormalDist

import numpy as np


def ab_sample_size(sigma, delta, alpha=0.05, power=0.8):
    normal = NormalDist()
    z = normal.inv_cdf(power) - normal.inv_cdf(alpha / 2)
    out = np.zeros(sigma.shape, dtype=int)
    for i in np.ndindex(*sigma.shape):
        out[i] = math.ceil(2 * float(sigma[i]) ** 2 * z ** 2 / float(delta[i]) ** 2)
    return out
