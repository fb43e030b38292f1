# WRONG: basic: without keepdims the root mean squares do not line up with the rows
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = x.astype(np.float64)
    return gamma * x / np.sqrt(np.mean(x ** 2, axis=-1) + eps)
