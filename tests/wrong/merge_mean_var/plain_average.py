# WRONG: basic: averages the means and the variances of the devices (the notes' account)
import numpy as np


def merge_mean_var(counts, means, variances):
    return np.mean(means, axis=0), np.mean(variances, axis=0)
