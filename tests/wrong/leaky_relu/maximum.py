# WRONG: edge: max(x, slope x) takes the wrong one where the slope is greater than 1
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
