import numpy as np


def col2im(cols, x_shape, kernel_size, stride=1, pad=0):
    two = lambda v: v if isinstance(v, tuple) else (v, v)
    kh, kw = two(kernel_size)
    sh, sw = two(stride)
    ph, pw = two(pad)
    N, C, H, W = x_shape
    out_w = (W + 2 * pw - kw) // sw + 1
    out_h = (H + 2 * ph - kh) // sh + 1
    x = np.zeros(x_shape)
    for r, row in enumerate(cols.tolist()):
        n, position = divmod(r, out_h * out_w)
        i, j = divmod(position, out_w)
        for q, value in enumerate(row):
            c, tap = divmod(q, kh * kw)
            u, v = divmod(tap, kw)
            y, z = i * sh + u - ph, j * sw + v - pw
            if 0 <= y < H and 0 <= z < W:
                x[n, c, y, z] += value
    return x
