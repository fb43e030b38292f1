import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    return x - np.logaddexp.reduce(x, axis=axis, keepdims=True)
