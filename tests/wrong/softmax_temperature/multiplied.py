# WRONG: basic: multiplies by the temperature
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    z = x * temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
