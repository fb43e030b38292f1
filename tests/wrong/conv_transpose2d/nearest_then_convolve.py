# WRONG: basic: copies stand between the pixels instead of zeros
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv_transpose2d(x, w, b, stride=1, pad=0, output_padding=0):
    """Zeros between the pixels, a border of k - 1 - p, then an ordinary convolution."""
    (sh, sw), (ph, pw), (eh, ew) = pair(stride), pair(pad), pair(output_padding)
    n, c, h, wide = x.shape
    _, f, kh, kw = w.shape
    spread = x.repeat(sh, axis=2).repeat(sw, axis=3)
    spread = spread[:, :, :(h - 1) * sh + 1, :(wide - 1) * sw + 1]
    around = ((kh - 1 - ph, kh - 1 - ph + eh), (kw - 1 - pw, kw - 1 - pw + ew))
    z = np.pad(spread, ((0, 0), (0, 0), *around))
    kernel = w[:, :, ::-1, ::-1]
    oh, ow = z.shape[2] - kh + 1, z.shape[3] - kw + 1
    out = np.zeros((n, f, oh, ow)) + b[:, None, None]
    for u in range(kh):
        for v in range(kw):
            out += np.einsum("ncij,cf->nfij", z[:, :, u:u + oh, v:v + ow], kernel[:, :, u, v])
    return out
