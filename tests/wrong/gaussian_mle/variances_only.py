# WRONG: basic: a diagonal of variances is not the covariance
import numpy as np


def gaussian_mle(x):
    return x.mean(axis=0), np.diag(x.var(axis=0))
