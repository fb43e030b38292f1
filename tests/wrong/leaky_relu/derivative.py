# WRONG: basic: the slopes of the function instead of its values
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, 1.0, negative_slope)
