# WRONG: shape: always along the last axis
import numpy as np


def log_softmax(x, axis=-1):
    z = x - x.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))
