# WRONG: basic: tanh of the sigmoid instead of the softplus
import numpy as np


def mish(x):
    return x * np.tanh(1 / (1 + np.exp(-x)))
