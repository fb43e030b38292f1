# WRONG: aliasing: the cell state is updated in place
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def lstm_step(x, h, c, w_x, w_h, b):
    H = h.shape[1]
    z = x @ w_x + h @ w_h + b
    i = sigmoid(z[:, :H])
    f = sigmoid(z[:, H : 2 * H])
    g = np.tanh(z[:, 2 * H : 3 * H])
    o = sigmoid(z[:, 3 * H :])
    c_new = c if c.dtype == f.dtype else c.astype(float)
    c_new *= f
    c_new += i * g
    return o * np.tanh(c_new), c_new
