# WRONG: edge: divides by the standard deviation itself, which may be 0
import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    axes = (0,) + tuple(range(2, x.ndim))
    shape = (1, -1) + (1,) * (x.ndim - 2)
    mu = x.mean(axis=axes, keepdims=True)
    var = ((x - mu) ** 2).mean(axis=axes, keepdims=True)
    inv = 1 / np.sqrt(var + eps)
    x_hat = (x - mu) * inv
    g = dy * gamma.reshape(shape)
    dvar = (g * (x - mu)).sum(axis=axes, keepdims=True) * -0.5 * inv ** 3
    m = x.size / x.shape[1]
    std = np.sqrt(var)
    dstd = dvar * 2 * std
    centred = g * inv + dstd * (x - mu) / (m * std)
    dx = centred - centred.mean(axis=axes, keepdims=True)
    return dx, (dy * x_hat).sum(axis=axes), dy.sum(axis=axes)
