# WRONG: basic: += with repeated indices adds only one of the repeated values; np.add.at adds all
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def col2im(cols, x_shape, kernel_size, stride=1, pad=0):
    (kh, kw), (sh, sw), (ph, pw) = pair(kernel_size), pair(stride), pair(pad)
    n, c, h, w = x_shape
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    padded = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    i = sh * np.arange(oh)[:, None, None, None] + np.arange(kh)[:, None]
    j = sw * np.arange(ow)[:, None, None] + np.arange(kw)
    windows = cols.reshape(n, oh, ow, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    padded[:, :, i, j] += windows
    return padded[:, :, ph:ph + h, pw:pw + w]
