# WRONG: shape: the axis always goes
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    x = np.asarray(x, dtype=float)
    return np.logaddexp.reduce(x, axis=axis)
