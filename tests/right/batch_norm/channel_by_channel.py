import math

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y = np.empty(x.shape)
    new_mean, new_var = [], []
    for c in range(x.shape[1]):
        values = x[:, c]
        mean, var = float(running_mean[c]), float(running_var[c])
        new_mean.append(mean)
        new_var.append(var)
        if training:
            m = values.size
            mean = float(values.sum(dtype=np.float64)) / m
            squares = float(((values - mean) ** 2).sum(dtype=np.float64))
            var = squares / m
            new_mean[c] += momentum * (mean - new_mean[c])
            new_var[c] += momentum * (squares / (m - 1) - new_var[c])
        y[:, c] = gamma[c] * (values - mean) / math.sqrt(var + eps) + beta[c]
    return y, new_mean, new_var
