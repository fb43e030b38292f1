# WRONG: dtype: integers are divided into an array of integers
import numpy as np


def hswish(x):
    out = np.clip(x + 3, 0, 6) * x
    out[...] = out / 6
    return out
