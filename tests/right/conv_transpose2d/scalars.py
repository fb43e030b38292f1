import numpy as np


def conv_transpose2d(x, w, b, stride=1, pad=0, output_padding=0):
    two = lambda v: v if isinstance(v, tuple) else (v, v)
    sh, sw = two(stride)
    ph, pw = two(pad)
    oph, opw = two(output_padding)
    N, C, H, W = x.shape
    F, kh, kw = w.shape[1:]
    out_h = (H - 1) * sh - 2 * ph + kh + oph
    out_w = (W - 1) * sw - 2 * pw + kw + opw
    out = np.zeros((N, F, out_h, out_w))
    out[:] = b[None, :, None, None]
    for i in range(H):
        for j in range(W):
            for u in range(kh):
                for v in range(kw):
                    y, z = i * sh + u - ph, j * sw + v - pw
                    if 0 <= y < out_h and 0 <= z < out_w:
                        out[:, :, y, z] += x[:, :, i, j] @ w[:, :, u, v]
    return out
