# WRONG: aliasing: adds and subtracts the step in the argument, which rounds
import numpy as np


def loss(w, x, y):
    return ((np.tanh(x @ w) - y) ** 2).sum() / (2 * len(x))


def numerical_gradient(w, x, y, eps=1e-5):
    if w.dtype != np.float64:
        w, x, y = (a.astype(np.float64) for a in (w, x, y))
    grad = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        w[i] += eps
        above = loss(w, x, y)
        w[i] -= 2 * eps
        below = loss(w, x, y)
        w[i] += eps
        grad[i] = (above - below) / (2 * eps)
    return grad
