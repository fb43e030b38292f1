import numpy as np


def numerical_gradient(w, x, y, eps=1e-5):
    def loss(flat):
        out = np.tanh(np.dot(x, flat.reshape(w.shape)))
        return 0.5 * np.mean(np.square(out - y).reshape(len(x), -1).sum(axis=1))

    x, y = np.array(x, float), np.array(y, float)
    flat = np.array(w, float).ravel()
    slopes = []
    for row in np.eye(flat.size):
        slopes.append((loss(flat + eps * row) - loss(flat - eps * row)) / (2 * eps))
    return np.array(slopes).reshape(w.shape)
