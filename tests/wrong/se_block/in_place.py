# WRONG: aliasing: multiplies the caller's array
import numpy as np


def se_block(x, w1, w2):
    if x.dtype.kind != "f":
        x = x.astype(float)
    z = x.mean(axis=(2, 3))
    s = 1 / (1 + np.exp(-(np.maximum(z @ w1.T, 0) @ w2.T)))
    x *= s[:, :, None, None]
    return x
