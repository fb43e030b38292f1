import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    flat = last.reshape(-1, x.shape[1])
    if training:
        mean, var = np.mean(flat, axis=0), np.var(flat, axis=0)
        unbiased = np.var(flat, axis=0, ddof=1)
        new = (
            running_mean * (1 - momentum) + mean * momentum,
            running_var * (1 - momentum) + unbiased * momentum,
        )
    else:
        mean, var = running_mean, running_var
        new = (running_mean.copy(), running_var.copy())
    flat = gamma * ((flat - mean) / np.sqrt(var + eps)) + beta
    return np.moveaxis(flat.reshape(last.shape), -1, 1), new[0], new[1]
