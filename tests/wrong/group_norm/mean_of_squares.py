# WRONG: stability: E[x^2] - E[x]^2 cancels where the mean is large
import numpy as np


def group_norm(x, num_groups, gamma, beta, eps=1e-5):
    x = x.astype(np.float64)
    N, C = x.shape[:2]
    shape = (1, C) + (1,) * (x.ndim - 2)
    g = x.reshape((N, num_groups, C // num_groups) + x.shape[2:])
    axes = tuple(range(2, g.ndim))
    mean = g.mean(axis=axes, keepdims=True)
    var = np.maximum((g * g).mean(axis=axes, keepdims=True) - mean ** 2, 0)
    g = (g - mean) / np.sqrt(var + eps)
    return g.reshape(x.shape) * gamma.reshape(shape) + beta.reshape(shape)
