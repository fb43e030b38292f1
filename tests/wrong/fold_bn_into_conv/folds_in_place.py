# WRONG: aliasing: w *= scale works on the caller's weights
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    if b is None:
        b = np.zeros_like(running_mean)
    if w.dtype.kind != "f":
        w = w.astype(float)
    scale = gamma / np.sqrt(running_var + eps)
    w *= scale.reshape((-1,) + (1,) * (w.ndim - 1))
    return w, beta + (b - running_mean) * scale
