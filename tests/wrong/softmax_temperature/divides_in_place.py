# WRONG: aliasing: the caller's scores end up divided, and shifted
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    if x.dtype.kind != "f":
        x = x.astype(float)
    x /= temperature
    x -= x.max(axis=axis, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=axis, keepdims=True)
