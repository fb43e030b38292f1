# WRONG: shape: sums over axis 0 only, so maps get statistics per place
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    N = x.shape[0]
    shape = (1, -1) + (1,) * (x.ndim - 2)
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) / std
    dbeta = dy.sum(axis=0)
    dgamma = (dy * x_hat).sum(axis=0)
    dx = gamma.reshape(shape) / (N * std) * (N * dy - dbeta - x_hat * dgamma)
    if x.ndim > 2:
        rest = tuple(range(1, x.ndim - 1))
        dgamma, dbeta = dgamma.sum(axis=rest), dbeta.sum(axis=rest)
    return dx, dgamma, dbeta
