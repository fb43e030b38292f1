# WRONG: aliasing: adds the spread of the means to the variances given
import numpy as np


def merge_mean_var(counts, means, variances):
    if variances.dtype.kind != "f":
        variances = variances.astype(np.float64)
    n = counts[:, None]
    means = np.where(n > 0, means, 0)
    mean = (n * means).sum(axis=0) / n.sum()
    variances += (means - mean) ** 2
    return mean, (n * np.where(n > 0, variances, 0)).sum(axis=0) / n.sum()
