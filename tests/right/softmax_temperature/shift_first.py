import numpy as np


def softmax_temperature(x, temperature=1.0, axis=-1):
    x = np.asarray(x, dtype=np.float64)
    gaps = (x - x.max(axis=axis, keepdims=True)) / temperature
    return np.exp(gaps - np.log(np.exp(gaps).sum(axis=axis, keepdims=True)))
