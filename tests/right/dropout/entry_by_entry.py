import numpy as np


def dropout(x, p, rng, training=True):
    y = np.array(x, dtype=np.float64)
    kept = np.full(x.shape, True)
    if training:
        u = rng.random(x.shape)
        for place in np.ndindex(x.shape):
            if u[place] < p:
                kept[place] = False
                y[place] = 0.0
            else:
                y[place] /= 1 - p
    return y, kept
