# WRONG: basic: the terms i = j are never taken off the square of the sum
import numpy as np


def fm_second_order(x, v):
    s = x @ v
    return 0.5 * np.sum(s * s, axis=1)
