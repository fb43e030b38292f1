# WRONG: aliasing: sets small entries to 0 in the array that it was given
import numpy as np


def soft_threshold(x, threshold):
    x = np.asarray(x, dtype=float)
    x[np.abs(x) <= threshold] = 0
    return x - threshold * np.sign(x)
