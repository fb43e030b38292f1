import math

import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    new_w = np.zeros(w.shape)
    new_b = []
    for f in range(len(w)):
        s = gamma[f] / math.sqrt(running_var[f] + eps)
        new_w[f] = s * w[f]
        old = 0.0 if b is None else b[f]
        new_b.append(float(s * (old - running_mean[f]) + beta[f]))
    return new_w, new_b
