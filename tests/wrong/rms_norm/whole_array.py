# WRONG: basic: one root mean square for the whole array
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = x.astype(np.float64)
    return gamma * x / np.sqrt(np.mean(x ** 2) + eps)
