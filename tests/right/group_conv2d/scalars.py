import numpy as np


def group_conv2d(x, w, b, stride=1, pad=0, groups=1):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, wd = x.shape
    f, per, kh, kw = w.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (wd + 2 * pw - kw) // sw + 1
    xp = np.zeros((n, c, h + 2 * ph, wd + 2 * pw))
    xp[:, :, ph:ph + h, pw:pw + wd] = x
    out = np.zeros((n, f, oh, ow))
    for k in range(f):
        first = k // (f // groups) * per
        for i in range(oh):
            for j in range(ow):
                seen = xp[:, first:first + per, i * sh:i * sh + kh, j * sw:j * sw + kw]
                out[:, k, i, j] = (seen * w[k]).sum(axis=(1, 2, 3)) + b[k]
    return out
