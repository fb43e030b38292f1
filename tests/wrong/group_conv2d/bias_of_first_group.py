# WRONG: basic: every group takes the biases from the start
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv(x, w, b, stride, pad):
    (sh, sw), (ph, pw) = pair(stride), pair(pad)
    n, _, h, wide = x.shape
    f, _, kh, kw = w.shape
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (wide + 2 * pw - kw) // sw + 1
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = padded[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw]
            out[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out


def group_conv2d(x, w, b, stride=1, pad=0, groups=1):
    c, f = x.shape[1] // groups, len(w) // groups
    parts = []
    for g in range(groups):
        mine = slice(g * f, (g + 1) * f)
        parts.append(conv(x[:, g * c:(g + 1) * c], w[mine], b[:f], stride, pad))
    return np.concatenate(parts, axis=1)
