import math

import numpy as np


def one(row):
    top = max(row)
    if top == -math.inf:
        return top
    return top + math.log(sum(math.exp(v - top) for v in row))


def logsumexp(x, axis=-1, keepdims=False):
    moved = np.moveaxis(np.asarray(x, dtype=float), axis, -1)
    out = np.empty(moved.shape[:-1])
    for index in np.ndindex(out.shape):
        out[index] = one(moved[index].tolist())
    return np.expand_dims(out, axis) if keepdims else out
