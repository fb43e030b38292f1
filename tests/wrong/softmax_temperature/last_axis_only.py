# WRONG: shape: always along the last axis
import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    z = x / temperature
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
