# WRONG: edge: equal values are divided by nothing
import numpy as np


def rescale(x, low=0.0, high=1.0):
    with np.errstate(all="ignore"):
        return low + (x - x.min()) / (x.max() - x.min()) * (high - low)
