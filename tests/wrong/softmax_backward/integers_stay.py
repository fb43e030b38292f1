# WRONG: dtype: the answer takes the type of dout
import numpy as np


def softmax_backward(dout, p, axis=-1):
    dx = np.zeros_like(dout)
    dx[...] = p * (dout - (dout * p).sum(axis=axis, keepdims=True))
    return dx
