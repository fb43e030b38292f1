# WRONG: basic: leaves each weight moved when it goes on to the next
import numpy as np


def loss(w, x, y):
    return ((np.tanh(x @ w) - y) ** 2).sum() / (2 * len(x))


def numerical_gradient(w, x, y, eps=1e-5):
    w = w.astype(np.float64)
    grad = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        w[i] += eps
        above = loss(w, x, y)
        w[i] -= 2 * eps
        grad[i] = (above - loss(w, x, y)) / (2 * eps)
    return grad
