# WRONG: stability: E[x^2] - E[x]^2, as the sums are all-reduced, cancels where means are large
import numpy as np


def merge_mean_var(counts, means, variances):
    busy = counts > 0
    n = counts[busy].astype(np.float64)[:, None]
    means = means[busy].astype(np.float64)
    variances = variances[busy].astype(np.float64)
    total = n.sum()
    sums = (n * means).sum(axis=0)
    squares = (n * (variances + means ** 2)).sum(axis=0)
    mean = sums / total
    return mean, squares / total - mean ** 2
