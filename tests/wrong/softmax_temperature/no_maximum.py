# WRONG: stability: divides by the temperature, but never subtracts the maximum
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    e = np.exp(x / temperature)
    return e / e.sum(axis=axis, keepdims=True)
