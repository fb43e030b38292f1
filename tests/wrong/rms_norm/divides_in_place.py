# WRONG: aliasing: x /= rms works on the caller's array
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    wide = x.astype(np.float64)
    rms = np.sqrt((wide ** 2).mean(axis=-1, keepdims=True) + eps)
    if x.dtype == np.float64:
        x /= rms
        return x * gamma
    return wide / rms * gamma
