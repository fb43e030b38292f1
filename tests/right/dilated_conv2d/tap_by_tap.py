import numpy as np


def dilated_conv2d(x, w, b, stride=1, pad=0, dilation=1):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    dh, dw = np.broadcast_to(dilation, 2)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (wd + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    out = np.tile(b.astype(float).reshape(1, f, 1, 1), (n, 1, oh, ow))
    for u in range(kh):
        for v in range(kw):
            part = xp[:, :, u * dh:u * dh + sh * oh:sh, v * dw:v * dw + sw * ow:sw]
            out += np.einsum("ncij,fc->nfij", part, w[:, :, u, v])
    return out
