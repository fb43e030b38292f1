# WRONG: basic: starts every maximum at 0, so windows of negative values give 0
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def max_pool2d(x, kernel_size, stride=None, pad=0):
    kh, kw = pair(kernel_size)
    sh, sw = pair(kernel_size if stride is None else stride)
    ph, pw = pair(pad)
    n, c, h, w = x.shape
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (ph, ph), (pw, pw)), constant_values=-np.inf)
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                for v in range(kw):
                    out[:, :, i, j] = np.maximum(out[:, :, i, j], x[:, :, i * sh + u, j * sw + v])
    return out
