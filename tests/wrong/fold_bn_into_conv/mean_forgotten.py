# WRONG: basic: folds the scale, but leaves the running mean out of the bias
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    if b is None:
        b = np.zeros_like(running_mean)
    scale = gamma / np.sqrt(running_var + eps)
    w_new = w * scale.reshape((-1,) + (1,) * (w.ndim - 1))
    return w_new, beta + b * scale
