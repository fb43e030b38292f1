import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    z = x / temperature
    z = z - z.max(axis=axis, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
