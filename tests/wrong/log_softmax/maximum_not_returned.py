# WRONG: basic: the maximum is subtracted in the sum only and never put back
import numpy as np


def log_softmax(x, axis=-1):
    top = x.max(axis=axis, keepdims=True)
    return x - np.log(np.exp(x - top).sum(axis=axis, keepdims=True))
