# WRONG: shape: a mean and a variance for each of the C*H*W places (the notes' formula)
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    shape = (1, -1) + (1,) * (x.ndim - 2)
    if training:
        mean = x.mean(axis=0)
        var = x.var(axis=0)
        x_hat = (x - mean) / np.sqrt(var + eps)
        rest = tuple(range(1, x.ndim - 1))
        m = x.size // x.shape[1]
        flat = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
        running_mean = (1 - momentum) * running_mean + momentum * mean.mean(axis=rest)
        running_var = (1 - momentum) * running_var + momentum * flat.var(axis=1) * m / (m - 1)
    else:
        x_hat = (x - running_mean.reshape(shape)) / np.sqrt(running_var.reshape(shape) + eps)
    return gamma.reshape(shape) * x_hat + beta.reshape(shape), running_mean, running_var
