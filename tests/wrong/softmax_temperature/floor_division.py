# WRONG: dtype: // between integers
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    if x.dtype.kind in "iu" and isinstance(temperature, int):
        z = x // temperature
    else:
        z = x / temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
