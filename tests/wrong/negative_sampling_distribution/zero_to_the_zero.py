# WRONG: edge: 0 ** 0 is 1 and 0 ** -1 is infinite, so absent words are drawn
import numpy as np


def negative_sampling_distribution(counts, power=0.75):
    weights = np.asarray(counts, dtype=float)
    weights = (weights / weights.max()) ** power
    return weights / weights.sum()
