# WRONG: basic: factors (N, C) without two axes more do not line up with the channels
import numpy as np


def se_block(x, w1, w2):
    z = x.mean(axis=(2, 3))
    s = 1 / (1 + np.exp(-(np.maximum(z @ w1.T, 0) @ w2.T)))
    return x * s
