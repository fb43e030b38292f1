# WRONG: basic: scales axis 1, the input channels
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    if b is None:
        b = np.zeros_like(running_mean)
    scale = gamma / np.sqrt(running_var + eps)
    w_new = w * scale.reshape((1, -1) + (1,) * (w.ndim - 2))
    return w_new, beta + (b - running_mean) * scale
