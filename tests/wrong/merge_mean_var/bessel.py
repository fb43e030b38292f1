# WRONG: basic: divides the sum of squares by n - 1
import numpy as np


def merge_mean_var(counts, means, variances):
    busy = counts > 0
    n = counts[busy][:, None]
    total = n.sum()
    mean = (n * means[busy]).sum(axis=0) / total
    squares = (n * (variances[busy] + (means[busy] - mean) ** 2)).sum(axis=0)
    return mean, squares / (total - 1)
