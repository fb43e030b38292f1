# WRONG: dtype: abs of -128 in 8 bits is -128
import numpy as np


def soft_threshold(x, threshold):
    return np.sign(x) * np.maximum(np.abs(x) - threshold, 0.0)
