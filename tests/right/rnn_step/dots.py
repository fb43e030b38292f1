import numpy as np


def rnn_step(x, h, w_x, w_h, b=None):
    if b is None:
        b = 0
    return np.tanh(np.dot(x, w_x) + np.dot(h, w_h) + b)
