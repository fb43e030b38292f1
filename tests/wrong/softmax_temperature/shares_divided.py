# WRONG: basic: divides the shares, which then do not sum to 1
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True) / temperature
