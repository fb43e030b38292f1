import numpy as np


def hswish(x):
    out = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        v = float(x[place])
        if v >= 3:
            out[place] = v
        elif v > -3:
            out[place] = v * (v + 3) / 6
    return out
