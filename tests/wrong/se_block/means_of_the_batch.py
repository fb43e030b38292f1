# WRONG: basic: means over the batch too, as batch normalisation has them
import numpy as np


def se_block(x, w1, w2):
    if not len(x):
        return np.zeros(x.shape)
    z = x.mean(axis=(0, 2, 3))
    s = 1 / (1 + np.exp(-(w2 @ np.maximum(w1 @ z, 0))))
    return x * s[None, :, None, None]
