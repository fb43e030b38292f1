# WRONG: basic: the gradient by backpropagation, which this is meant to check
import numpy as np


def numerical_gradient(w, x, y, eps=1e-5):
    out = np.tanh(x @ w)
    return x.T @ ((out - y) * (1 - out ** 2)) / len(x)
