import numpy as np


def conv2d(x, w, b, stride=1, pad=0):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (wd + 2 * pw - kw) // sw + 1
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    cols = np.empty((n, c, kh, kw, oh, ow), dtype=np.result_type(x, w))
    for u in range(kh):
        for v in range(kw):
            cols[:, :, u, v] = xp[:, :, u:u + sh * oh:sh, v:v + sw * ow:sw]
    flat = cols.reshape(n, c * kh * kw, oh * ow)
    return (w.reshape(f, -1) @ flat).reshape(n, f, oh, ow) + b.reshape(1, f, 1, 1)
