# WRONG: stability: E[x^2] - E[x]^2 cancels where the mean is large
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    axes = tuple(range(x.ndim - gamma.ndim, x.ndim))
    x = x.astype(np.float64)
    mean = x.mean(axis=axes, keepdims=True)
    var = np.maximum((x * x).mean(axis=axes, keepdims=True) - mean ** 2, 0)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
