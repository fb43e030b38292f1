import numpy as np


def soft_threshold(x, threshold):
    x = x.astype(float)
    return np.maximum(x - threshold, 0) - np.maximum(-x - threshold, 0)
