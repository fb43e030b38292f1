import numpy as np


def deformable_conv2d(x, offset, w, b, stride=1, pad=0, mask=None):
    """x(p) is a sum over all pixels q of x(q) * max(0, 1 - |qy - py|) * max(0, 1 - |qx - px|)."""
    two = lambda v: v if isinstance(v, tuple) else (v, v)
    (sh, sw), (ph, pw) = two(stride), two(pad)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = offset.shape[2:]
    shift = offset.reshape(n, kh, kw, 2, oh, ow)
    py = sh * np.arange(oh)[:, None] - ph + np.arange(kh)[:, None, None, None] + shift[:, :, :, 0]
    px = sw * np.arange(ow) - pw + np.arange(kw)[:, None, None] + shift[:, :, :, 1]
    gy = np.maximum(0, 1 - abs(py[..., None] - np.arange(h)))
    gx = np.maximum(0, 1 - abs(px[..., None] - np.arange(wd)))
    if mask is not None:
        gy = gy * mask.reshape(n, kh, kw, oh, ow)[..., None]
    out = np.zeros((n, f, oh, ow))
    for k in range(n):
        rows = np.einsum("uvijy,cyx->cuvijx", gy[k], x[k])
        taps = (rows * gx[k]).sum(-1)
        out[k] = np.einsum("fcuv,cuvij->fij", w, taps)
    return out + b.reshape(1, f, 1, 1)
