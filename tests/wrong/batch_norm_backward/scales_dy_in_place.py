# WRONG: aliasing: multiplies dy by gamma in place
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    axes = (0,) + tuple(range(2, x.ndim))
    shape = (1, -1) + (1,) * (x.ndim - 2)
    if dy.dtype.kind != "f":
        dy = dy.astype(np.float64)
    std = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    x_hat = (x - x.mean(axis=axes, keepdims=True)) / std
    dbeta = dy.sum(axis=axes)
    dgamma = (dy * x_hat).sum(axis=axes)
    dy *= gamma.reshape(shape)
    dx = (dy - dy.mean(axis=axes, keepdims=True)
          - x_hat * (dy * x_hat).mean(axis=axes, keepdims=True)) / std
    return dx, dgamma, dbeta
