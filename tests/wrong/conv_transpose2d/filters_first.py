# WRONG: basic: w is read as (F, C, HH, WW), as in an ordinary layer
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv_transpose2d(x, w, b, stride=1, pad=0, output_padding=0):
    (sh, sw), (ph, pw), (eh, ew) = pair(stride), pair(pad), pair(output_padding)
    n, c, h, wide = x.shape
    f, _, kh, kw = w.shape
    full = np.zeros((n, f, (h - 1) * sh + kh + eh, (wide - 1) * sw + kw + ew))
    for i in range(h):
        for j in range(wide):
            stamp = np.tensordot(x[:, :, i, j], w, axes=(1, 1))
            full[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw] += stamp
    full += b.reshape(1, f, 1, 1)
    return full[:, :, ph:full.shape[2] - ph, pw:full.shape[3] - pw]
