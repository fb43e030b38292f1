# WRONG: basic: relu(x) - slope relu(-x) with the sign lost
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.maximum(-x, 0)
