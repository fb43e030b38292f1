# WRONG: stability: E[x^2] - E[x]^2 cancels where the mean is large
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    axes = (0,) + tuple(range(2, x.ndim))
    shape = (1, -1) + (1,) * (x.ndim - 2)
    mean = x.mean(axis=axes, keepdims=True, dtype=np.float64)
    var = (x.astype(np.float64) ** 2).mean(axis=axes, keepdims=True) - mean ** 2
    std = np.sqrt(np.maximum(var, 0) + eps)
    x_hat = (x - mean) / std
    dbeta = dy.sum(axis=axes)
    dgamma = (dy * x_hat).sum(axis=axes)
    g = dy * gamma.reshape(shape)
    dx = (g - g.mean(axis=axes, keepdims=True)
          - x_hat * (g * x_hat).mean(axis=axes, keepdims=True)) / std
    return dx, dgamma, dbeta
