# WRONG: basic: divides by the length of the vector, sqrt(D) times too much
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = x.astype(np.float64)
    return gamma * x / np.sqrt((x ** 2).sum(axis=-1, keepdims=True) + eps)
