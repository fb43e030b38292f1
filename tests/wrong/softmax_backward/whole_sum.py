# WRONG: basic: one sum for all the rows
import numpy as np


def softmax_backward(dout, p, axis=-1):
    return p * (dout - np.sum(dout * p))
