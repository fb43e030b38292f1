# WRONG: dtype: a step of 1e-5 drowns in float32
import numpy as np


def loss(w, x, y):
    return ((np.tanh(x @ w) - y) ** 2).sum() / (2 * len(x))


def numerical_gradient(w, x, y, eps=1e-5):
    grad = np.zeros(w.shape)
    if w.dtype.kind == 'i':
        w = w.astype(np.float64)
    for i in np.ndindex(w.shape):
        plus, minus = w.copy(), w.copy()
        plus[i] += eps
        minus[i] -= eps
        grad[i] = (loss(plus, x, y) - loss(minus, x, y)) / (2 * eps)
    return grad
