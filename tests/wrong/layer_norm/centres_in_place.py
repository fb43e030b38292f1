# WRONG: aliasing: x -= mean works on the caller's array
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    if x.dtype.kind != "f":
        x = x.astype(np.float64)
    axes = tuple(range(x.ndim - gamma.ndim, x.ndim))
    x -= x.mean(axis=axes, keepdims=True)
    var = (x ** 2).mean(axis=axes, keepdims=True)
    return gamma * x / np.sqrt(var + eps) + beta
