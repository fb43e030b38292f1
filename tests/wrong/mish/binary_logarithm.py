# WRONG: basic: the logarithm to base 2
import numpy as np


def mish(x):
    return x * np.tanh(np.logaddexp2(0, x))
