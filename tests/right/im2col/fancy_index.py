import numpy as np


def im2col(x, kernel_size, stride=1, pad=0):
    as_pair = lambda v: v if isinstance(v, tuple) else (v, v)
    (kh, kw), (sh, sw), (ph, pw) = map(as_pair, (kernel_size, stride, pad))
    N, C, H, W = x.shape
    xp = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    xp[:, :, ph:ph + H, pw:pw + W] = x
    out_h = (H + 2 * ph - kh) // sh + 1
    out_w = (W + 2 * pw - kw) // sw + 1
    i = sh * np.arange(out_h)[:, None, None, None] + np.arange(kh)[:, None]
    j = sw * np.arange(out_w)[:, None, None] + np.arange(kw)
    patches = xp[:, :, i, j]  # N, C, out_h, out_w, kh, kw
    return np.moveaxis(patches, 1, 3).reshape(N * out_h * out_w, C * kh * kw)
