# WRONG: basic: right only where every device has as many values
import numpy as np


def merge_mean_var(counts, means, variances):
    means, variances = means[counts > 0], variances[counts > 0]
    return means.mean(axis=0), variances.mean(axis=0) + means.var(axis=0)
