import numpy as np


def soft_threshold(x, threshold):
    x = x.astype(np.float64)
    return np.sign(x) * np.maximum(np.abs(x) - threshold, 0)
