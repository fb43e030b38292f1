# WRONG: shape: the map varies fastest, the order that the notes' final reshape needs
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def im2col(x, kernel_size, stride=1, pad=0):
    (kh, kw), (sh, sw), (ph, pw) = pair(kernel_size), pair(stride), pair(pad)
    n, c, h, wide = x.shape
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (wide + 2 * pw - kw) // sw + 1
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    rows = np.zeros((n * oh * ow, c * kh * kw))
    row = 0
    for i in range(oh):
        for j in range(ow):
            for k in range(n):
                window = padded[k, :, i * sh:i * sh + kh, j * sw:j * sw + kw]
                rows[row] = window.ravel()
                row += 1
    return rows
