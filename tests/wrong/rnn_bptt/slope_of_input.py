# WRONG: basic: 1 - h instead of 1 - h**2
import numpy as np


def rnn_bptt(dh, x, h0, w_x, w_h, b):
    n, steps, _ = x.shape
    h = np.zeros((n, steps + 1, h0.shape[1]))
    h[:, 0] = h0
    for t in range(steps):
        h[:, t + 1] = np.tanh(x[:, t] @ w_x + h[:, t] @ w_h + b)
    dx = np.zeros(x.shape)
    dw_x, dw_h, db = np.zeros(w_x.shape), np.zeros(w_h.shape), np.zeros(b.shape)
    later = np.zeros(h0.shape)
    for t in range(steps - 1, -1, -1):
        da = (dh[:, t] + later) * (1 - h[:, t + 1])
        dw_x += x[:, t].T @ da
        dw_h += h[:, t].T @ da
        db += da.sum(axis=0)
        dx[:, t] = da @ w_x.T
        later = da @ w_h.T
    return dx, later, dw_x, dw_h, db
