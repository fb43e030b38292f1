# WRONG: basic: means over the real values only, whatever is asked
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def avg_pool2d(x, kernel_size, stride=None, pad=0, count_include_pad=True):
    kh, kw = pair(kernel_size)
    sh, sw = pair(kernel_size if stride is None else stride)
    ph, pw = pair(pad)
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * sh, j * sw
            total = padded[:, :, top:top + kh, left:left + kw].sum(axis=(2, 3))
            if False:
                count = kh * kw
            else:
                rows = min(top + kh, ph + h) - max(top, ph)
                count = rows * (min(left + kw, pw + w) - max(left, pw))
            out[:, :, i, j] = total / count
    return out
