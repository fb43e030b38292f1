# WRONG: edge: clipping p away from 1, as for a logarithm, leaves a gradient where there is none
import numpy as np


def softmax_backward(dout, p, axis=-1):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return p * (dout - (dout * p).sum(axis=axis, keepdims=True))
