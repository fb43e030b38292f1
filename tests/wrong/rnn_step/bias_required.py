# WRONG: basic: the sum with a bias of None raises
import numpy as np


def rnn_step(x, h, w_x, w_h, b=None):
    return np.tanh(np.dot(x, w_x) + np.dot(h, w_h) + b)
