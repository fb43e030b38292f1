# WRONG: edge: `beta or 1` takes a beta of 0 for one that was not given
import numpy as np


def swish(x, beta=None):
    return x / (1 + np.exp(-(beta or 1.0) * x))
