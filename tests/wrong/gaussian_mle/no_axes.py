# WRONG: shape: np.cov of one feature is a number without axes
import numpy as np


def gaussian_mle(x):
    return x.mean(axis=0), np.cov(x, rowvar=False, bias=True)
