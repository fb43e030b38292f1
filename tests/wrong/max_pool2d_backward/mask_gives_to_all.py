# WRONG: ties: a mask x == max gives the gradient to every equal maximum
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def max_pool2d_backward(dout, x, kernel_size, stride=None, pad=0):
    kh, kw = pair(kernel_size)
    sh, sw = pair(kernel_size if stride is None else stride)
    ph, pw = pair(pad)
    n, c, h, w = x.shape
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (ph, ph), (pw, pw)),
                    constant_values=-np.inf)
    dx = np.zeros(padded.shape)
    for k in range(n):
        for m in range(c):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    top, left = i * sh, j * sw
                    window = padded[k, m, top:top + kh, left:left + kw]
                    mask = window == window.max()
                    dx[k, m, top:top + kh, left:left + kw] += mask * dout[k, m, i, j]
    return dx[:, :, ph:ph + h, pw:pw + w]
