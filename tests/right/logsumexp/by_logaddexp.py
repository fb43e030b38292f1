import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    return np.logaddexp.reduce(np.asarray(x, dtype=float), axis=axis, keepdims=keepdims)
