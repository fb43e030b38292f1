# WRONG: basic: [pad:-pad] is empty where there is no padding
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv2d_backward(dout, x, w, stride=1, pad=0):
    (sh, sw), (ph, pw) = pair(stride), pair(pad)
    n, c, h, wide = x.shape
    f, _, kh, kw = w.shape
    _, _, oh, ow = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    db = dout.sum(axis=(0, 2, 3))
    for i in range(oh):
        for j in range(ow):
            rows, cols = slice(i * sh, i * sh + kh), slice(j * sw, j * sw + kw)
            g = dout[:, :, i, j]
            dw += np.einsum("nf,ncuv->fcuv", g, xp[:, :, rows, cols])
            dxp[:, :, rows, cols] += np.einsum("nf,fcuv->ncuv", g, w)
    return dxp[:, :, ph:-ph, pw:-pw], dw, db
