# WRONG: stability: the share underflows to 0 before its logarithm is taken
import numpy as np


def log_softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True))
