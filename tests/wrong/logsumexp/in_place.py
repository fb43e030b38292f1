# WRONG: aliasing: shifts the argument itself
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    if x.dtype.kind != "f":
        x = x.astype(float)
    top = x.max(axis=axis, keepdims=True)
    top[top == -np.inf] = 0
    x -= top
    out = top + np.log(np.exp(x).sum(axis=axis, keepdims=True))
    return out if keepdims else np.squeeze(out, axis)
