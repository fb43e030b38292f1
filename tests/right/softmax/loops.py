import math

import numpy as np


def softmax(x, axis=-1):
    moved = np.moveaxis(np.asarray(x, dtype=float), axis, -1)
    out = np.empty(moved.shape)
    for index in np.ndindex(moved.shape[:-1]):
        row = moved[index].tolist()
        top = max(row)
        powers = [math.exp(value - top) for value in row]
        total = math.fsum(powers)
        out[index] = [power / total for power in powers]
    return np.moveaxis(out, -1, axis)
