# WRONG: basic: beta multiplies the product instead of the sigmoid's argument
import numpy as np


def swish(x, beta=1.0):
    return beta * x / (1 + np.exp(-x))
