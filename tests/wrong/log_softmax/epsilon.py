# WRONG: stability: an epsilon against log(0) makes every small share the same
import numpy as np


def log_softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True) + 1e-12)
