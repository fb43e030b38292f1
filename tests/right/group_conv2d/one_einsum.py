import numpy as np


def group_conv2d(x, w, b, stride=1, pad=0, groups=1):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (wd + 2 * pw - kw) // sw + 1
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    xg = xp.reshape(n, groups, c // groups, *xp.shape[2:])
    wg = w.reshape(groups, f // groups, c // groups, kh, kw)
    out = np.zeros((n, groups, f // groups, oh, ow))
    for u in range(kh):
        for v in range(kw):
            part = xg[:, :, :, u:u + sh * oh:sh, v:v + sw * ow:sw]
            out += np.einsum("ngcij,gfc->ngfij", part, wg[..., u, v])
    return out.reshape(n, f, oh, ow) + b[:, None, None]
