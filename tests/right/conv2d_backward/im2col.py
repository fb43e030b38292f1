import numpy as np


def conv2d_backward(dout, x, w, stride=1, pad=0):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = dout.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    i = sh * np.arange(oh)[None, :] + np.arange(kh)[:, None]
    j = sw * np.arange(ow)[None, :] + np.arange(kw)[:, None]
    at = (slice(None), slice(None), i[:, None, :, None], j[None, :, None, :])
    cols = xp[at].reshape(n, c * kh * kw, oh * ow)
    g = dout.reshape(n, f, oh * ow)
    dw = np.einsum("nfl,nkl->fk", g, cols).reshape(w.shape)
    dcols = np.matmul(w.reshape(f, -1).T, g).reshape(n, c, kh, kw, oh, ow)
    dxp = np.zeros(xp.shape, dtype=float)
    np.add.at(dxp, at, dcols)
    return [dxp[:, :, ph:ph + h, pw:pw + wd], dw, g.sum(axis=(0, 2))]
