# WRONG: dtype: zeros_like of integers holds integers, so every answer becomes 0
import numpy as np


def sigmoid(x):
    out = np.zeros_like(x)
    left = x < 0
    out[~left] = 1 / (1 + np.exp(-x[~left]))
    out[left] = np.exp(x[left]) / (1 + np.exp(x[left]))
    return out
