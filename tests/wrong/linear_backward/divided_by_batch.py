# WRONG: basic: divides by the number of samples, which the loss did already
import numpy as np


def linear_backward(dout, x, w):
    d, m = w.shape
    flat_x = x.reshape(-1, d)
    flat_g = dout.reshape(-1, m)
    dw = flat_x.T @ flat_g / max(len(flat_x), 1)
    db = flat_g.sum(axis=0)
    dx = (flat_g @ w.T).reshape(x.shape)
    return dx, dw, db
