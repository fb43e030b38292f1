# WRONG: aliasing: dout is used as working space
import numpy as np


def softmax_backward(dout, p, axis=-1):
    if dout.dtype.kind != "f":
        dout = dout.astype(float)
    dout -= np.sum(dout * p, axis=axis, keepdims=True)
    dout *= p
    return dout
