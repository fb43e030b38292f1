# WRONG: shape: always the axes 2 and 3, as if every input were (N, C, H, W)
import numpy as np


def instance_norm(x, gamma=None, beta=None, eps=1e-5):
    shape = (1, -1) + (1,) * (x.ndim - 2)
    mean = x.mean(axis=(2, 3), keepdims=True)
    var = x.var(axis=(2, 3), keepdims=True)
    y = (x - mean) / np.sqrt(var + eps)
    if gamma is not None:
        y = y * gamma.reshape(shape)
    if beta is not None:
        y = y + beta.reshape(shape)
    return y
