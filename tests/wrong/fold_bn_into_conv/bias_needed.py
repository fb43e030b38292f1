# WRONG: basic: takes for granted that the layer has a bias
import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    scale = gamma / np.sqrt(running_var + eps)
    w_new = w * scale.reshape((-1,) + (1,) * (w.ndim - 1))
    return w_new, beta + (b - running_mean) * scale
