# WRONG: basic: the rule of thumb, and never mind the level and the power
import numpy as np


def ab_sample_size(sigma, delta, alpha=0.05, power=0.8):
    return np.ceil(16 * sigma ** 2 / delta ** 2).astype(int)
