# WRONG: stability: E[x^2] - E[x]^2 cancels where the mean is large
import numpy as np


def instance_norm(x, gamma=None, beta=None, eps=1e-5):
    x = x.astype(np.float64)
    axes = tuple(range(2, x.ndim))
    shape = (1, -1) + (1,) * len(axes)
    mean = x.mean(axis=axes, keepdims=True)
    var = np.maximum((x ** 2).mean(axis=axes, keepdims=True) - mean ** 2, 0)
    y = (x - mean) / np.sqrt(var + eps)
    if gamma is not None:
        y = y * gamma.reshape(shape)
    if beta is not None:
        y = y + beta.reshape(shape)
    return y
