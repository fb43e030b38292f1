# WRONG: aliasing: the new state is written into the old one
import numpy as np


def rnn_step(x, h, w_x, w_h, b=None):
    new = np.tanh(x @ w_x + h @ w_h + (0 if b is None else b))
    if h.dtype == new.dtype:
        h[:] = new
    return new
