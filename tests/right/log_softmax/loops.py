import math

import numpy as np


def log_softmax(x, axis=-1):
    moved = np.moveaxis(np.asarray(x, dtype=float), axis, -1)
    out = np.empty(moved.shape)
    for index in np.ndindex(moved.shape[:-1]):
        row = moved[index].tolist()
        top = max(row)
        log_sum = top + math.log(math.fsum(math.exp(value - top) for value in row))
        out[index] = [value - log_sum for value in row]
    return np.moveaxis(out, -1, axis)
