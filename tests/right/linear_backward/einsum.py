import numpy as np


def linear_backward(dout, x, w):
    before = tuple(range(dout.ndim - 1))
    dx = np.einsum("...m,dm->...d", dout, w)
    dw = np.tensordot(x, dout, axes=(before, before))
    return [dx, dw, dout.sum(axis=before)]
