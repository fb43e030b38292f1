import numpy as np


def linear_backward(dout, x, w):
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(w.shape[1])
    for place in np.ndindex(*x.shape[:-1]):
        g = dout[place]
        dx[place] = w @ g
        dw += np.outer(x[place], g)
        db += g
    return dx, dw, db
