import numpy as np


def deformable_conv2d(x, offset, w, b, stride=1, pad=0, mask=None):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = offset.shape[2:]
    image = np.arange(n)[:, None, None]
    out = np.tile(b.reshape(1, f, 1, 1).astype(float), (n, 1, oh, ow))
    for tap in range(kh * kw):
        u, v = divmod(tap, kw)
        y = np.arange(oh)[:, None] * sh - ph + u + offset[:, 2 * tap]
        z = np.arange(ow)[None, :] * sw - pw + v + offset[:, 2 * tap + 1]
        y0, z0 = np.floor(y).astype(int), np.floor(z).astype(int)
        value = np.zeros((n, oh, ow, c))
        for r in (y0, y0 + 1):
            for s in (z0, z0 + 1):
                weight = np.maximum(0, 1 - abs(y - r)) * np.maximum(0, 1 - abs(z - s))
                weight = weight * ((r >= 0) & (r < h) & (s >= 0) & (s < wd))
                at = x[image, :, r.clip(0, h - 1), s.clip(0, wd - 1)]
                value += weight[..., None] * at
        if mask is not None:
            value *= mask[:, tap, :, :, None]
        out += np.einsum("nijc,fc->nfij", value, w[:, :, u, v])
    return out
