import math

import numpy as np


def row_softmax(row, t):
    top = max(row)
    powers = [math.exp((v - top) / t) for v in row]
    total = sum(powers)
    return [p / total for p in powers]


def softmax_temperature(x, temperature=1.0, axis=-1):
    return np.apply_along_axis(
        lambda row: np.array(row_softmax(row.tolist(), temperature)), axis, x
    ) if x.size else np.zeros(x.shape)
