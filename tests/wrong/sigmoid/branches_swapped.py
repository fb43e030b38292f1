# WRONG: stability: each branch is taken where its exponent is positive
import numpy as np


def sigmoid(x):
    return np.where(x < 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))
