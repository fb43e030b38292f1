# WRONG: stability: e^a overflows and inf / inf is NaN
import numpy as np


def rnn_step(x, h, w_x, w_h, b=None):
    a = x @ w_x + h @ w_h
    if b is not None:
        a = a + b
    return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))
