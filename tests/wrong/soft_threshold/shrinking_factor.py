# WRONG: edge: a zero with a threshold of 0 becomes 0 / 0
import numpy as np


def soft_threshold(x, threshold):
    x = np.asarray(x, dtype=float)
    return x * np.maximum(1 - threshold / np.abs(x), 0)
