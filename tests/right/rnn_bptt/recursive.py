import numpy as np


def rnn_bptt(dh, x, h0, w_x, w_h, b):
    """The first step, and then the same for the rest of the sequence."""
    h1 = np.tanh(x[:, 0] @ w_x + h0 @ w_h + b)
    if x.shape[1] > 1:
        rest_dx, back, dw_x, dw_h, db = rnn_bptt(dh[:, 1:], x[:, 1:], h1, w_x, w_h, b)
    else:
        rest_dx, back, dw_x, dw_h, db = np.zeros((len(x), 0, x.shape[2])), 0.0, 0.0, 0.0, 0.0
    da = (dh[:, 0] + back) * (1 - h1 * h1)
    dx = np.concatenate([(da @ w_x.T)[:, None], rest_dx], axis=1)
    return dx, da @ w_h.T, dw_x + x[:, 0].T @ da, dw_h + h0.T @ da, db + da.sum(0)
