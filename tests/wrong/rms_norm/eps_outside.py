# WRONG: basic: adds eps to the root
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = x.astype(np.float64)
    return gamma * x / (np.sqrt((x ** 2).mean(axis=-1, keepdims=True)) + eps)
