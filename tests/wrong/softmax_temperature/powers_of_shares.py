# WRONG: stability: softmax first, then p^(1/T): what underflowed to 0 stays 0
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    p = (e / e.sum(axis=axis, keepdims=True)) ** (1 / temperature)
    return p / p.sum(axis=axis, keepdims=True)
