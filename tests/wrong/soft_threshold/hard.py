# WRONG: basic: hard thresholding
import numpy as np


def soft_threshold(x, threshold):
    return np.where(np.abs(x) > threshold, x, 0.0)
