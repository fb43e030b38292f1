import numpy as np


def soft_threshold(x, threshold):
    out = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        value = float(x[place])
        if value > threshold:
            out[place] = value - threshold
        elif value < -threshold:
            out[place] = value + threshold
    return out
