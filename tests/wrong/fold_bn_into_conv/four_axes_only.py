# WRONG: shape: reshapes for four axes, so a linear layer comes back with the wrong shape
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    if b is None:
        b = np.zeros_like(running_mean)
    scale = gamma / np.sqrt(running_var + eps)
    return w * scale.reshape(-1, 1, 1, 1), beta + (b - running_mean) * scale
