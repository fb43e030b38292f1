# WRONG: edge: merging two empty devices divides 0 by 0
import numpy as np


def merge_mean_var(counts, means, variances):
    n, mean, m2 = np.float64(0), np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for nk, mk, vk in zip(counts, means, variances):
        total = n + nk
        delta = mk - mean
        mean = mean + delta * nk / total
        m2 = m2 + vk * nk + delta ** 2 * n * nk / total
        n = total
    return mean, m2 / n
