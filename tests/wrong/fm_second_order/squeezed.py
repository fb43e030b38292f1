# WRONG: shape: squeeze drops the axis of the samples when there is only one
import numpy as np


def fm_second_order(x, v):
    s = np.squeeze(x @ v)
    q = np.squeeze((x ** 2) @ (v ** 2))
    return 0.5 * (s ** 2 - q).sum(axis=-1)
