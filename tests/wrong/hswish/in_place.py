# WRONG: aliasing: adds 3 to the argument itself
import numpy as np


def hswish(x):
    y = x.copy()
    x += 3
    return y * np.clip(x, 0, 6) / 6
