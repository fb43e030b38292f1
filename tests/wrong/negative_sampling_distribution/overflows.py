# WRONG: stability: the counts to the power overflow
import numpy as np


def negative_sampling_distribution(counts, power=0.75):
    counts = np.asarray(counts, dtype=float)
    weights = np.zeros_like(counts)
    weights[counts > 0] = counts[counts > 0] ** power
    return weights / weights.sum()
