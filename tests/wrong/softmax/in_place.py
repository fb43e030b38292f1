# WRONG: aliasing: subtracts the maximum from the argument itself
import numpy as np


def softmax(x, axis=-1):
    if x.dtype.kind in "iu":
        x = x.astype(float)
    x -= x.max(axis=axis, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=axis, keepdims=True)
