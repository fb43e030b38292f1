# WRONG: basic: windows that overlap overwrite each other
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def col2im(cols, x_shape, kernel_size, stride=1, pad=0):
    (kh, kw), (sh, sw), (ph, pw) = pair(kernel_size), pair(stride), pair(pad)
    n, c, h, w = x_shape
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    padded = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    row = 0
    for k in range(n):
        for i in range(oh):
            for j in range(ow):
                window = cols[row].reshape(c, kh, kw)
                padded[k, :, i * sh:i * sh + kh, j * sw:j * sw + kw] = window
                row += 1
    return padded[:, :, ph:ph + h, pw:pw + w]
