# WRONG: basic: without keepdims the row sums run along the columns, or fit nowhere
import numpy as np


def log_softmax(x, axis=-1):
    z = x - np.max(x, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis))
