# WRONG: basic: neither x < -3 nor -3 < x < 3 nor x > 3 takes in the joint at 3
import numpy as np


def hswish(x):
    x = np.asarray(x, dtype=float)
    out = np.zeros(x.shape)
    middle = (x > -3) & (x < 3)
    out[middle] = x[middle] * (x[middle] + 3) / 6
    out[x > 3] = x[x > 3]
    return out
