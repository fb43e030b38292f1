import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    shape = [1, len(gamma)] + [1] * (x.ndim - 2)
    gamma, beta = gamma.reshape(shape), beta.reshape(shape)
    if not training:
        x_hat = (x - running_mean.reshape(shape)) / (running_var.reshape(shape) + eps) ** 0.5
        return gamma * x_hat + beta, running_mean, running_var
    axes = tuple(a for a in range(x.ndim) if a != 1)
    m = x.size / x.shape[1]
    mu = x.mean(axis=axes, keepdims=True)
    centred = x - mu
    var = (centred * centred).mean(axis=axes, keepdims=True)
    out = gamma * centred / np.sqrt(var + eps) + beta
    r_mean = (1 - momentum) * running_mean + momentum * mu.ravel()
    r_var = (1 - momentum) * running_var + momentum * var.ravel() * m / (m - 1)
    return out, r_mean, r_var
