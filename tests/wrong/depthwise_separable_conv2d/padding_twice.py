# WRONG: basic: the 1x1 step is padded as well
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def depthwise_separable_conv2d(x, w_depthwise, w_pointwise, stride=1, pad=0):
    (sh, sw), (ph, pw) = pair(stride), pair(pad)
    n, c, h, wide = x.shape
    k, _, kh, kw = w_depthwise.shape
    m = k // c
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (wide + 2 * pw - kw) // sw + 1
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    between = np.zeros((n, k, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = padded[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw]
            window = window.repeat(m, axis=1)
            between[:, :, i, j] = (window * w_depthwise[:, 0]).sum(axis=(2, 3))
    between = np.pad(between, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    return np.einsum("nkij,fk->nfij", between, w_pointwise[:, :, 0, 0])
