import numpy as np


def leaky_relu(x, negative_slope=0.01):
    out = np.zeros(x.shape)
    for place, value in np.ndenumerate(x):
        out[place] = value if value > 0 else negative_slope * float(value)
    return out
