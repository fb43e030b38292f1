# WRONG: basic: weights by the counts, but forgets the spread between the means
import numpy as np


def merge_mean_var(counts, means, variances):
    busy = counts > 0
    weights = (counts[busy] / counts.sum())[:, None]
    return (weights * means[busy]).sum(axis=0), (weights * variances[busy]).sum(axis=0)
