import numpy as np


def max_pool2d_backward(dout, x, kernel_size, stride=None, pad=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    sh, sw = np.broadcast_to(kernel_size if stride is None else stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, w = x.shape
    oh, ow = dout.shape[2:]
    framed = np.full((n, c, h + 2 * ph, w + 2 * pw), -np.inf)
    framed[:, :, ph:ph + h, pw:pw + w] = x
    best = np.full(dout.shape, -np.inf)
    where = np.zeros(dout.shape, dtype=int)
    taps = [(u, v) for u in range(kh) for v in range(kw)]
    cut = lambda a, u, v: a[:, :, u:u + sh * (oh - 1) + 1:sh, v:v + sw * (ow - 1) + 1:sw]
    for t, (u, v) in enumerate(taps):
        seen = cut(framed, u, v)
        better = seen > best
        where[better] = t
        best = np.maximum(best, seen)
    grad = np.zeros(framed.shape)
    for t, (u, v) in enumerate(taps):
        cut(grad, u, v)[...] += np.where(where == t, dout, 0)
    return grad[:, :, ph:ph + h, pw:pw + w]
