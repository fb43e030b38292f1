# WRONG: basic: adds the old bias as it is; it goes through the batch norm, too
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    w_new = w * scale.reshape((-1,) + (1,) * (w.ndim - 1))
    b_new = beta - running_mean * scale
    if b is not None:
        b_new = b_new + b
    return w_new, b_new
