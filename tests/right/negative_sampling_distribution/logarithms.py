import numpy as np


def negative_sampling_distribution(counts, power=0.75):
    c = np.array(counts, dtype=float)
    mask = c > 0
    logits = np.full(c.shape, -np.inf)
    logits[mask] = np.log(c[mask]) * power
    logits -= logits.max()
    weights = np.exp(logits)
    weights /= weights.sum()
    return weights
