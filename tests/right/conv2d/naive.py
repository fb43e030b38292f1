import numpy as np


def conv2d(x, w, b, stride=1, pad=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (wd + 2 * pw - kw) // sw + 1
    xs, ws, bs = x.tolist(), w.tolist(), b.tolist()
    out = np.zeros((n, f, oh, ow))
    for k, g, i, j in np.ndindex(n, f, oh, ow):
        total = bs[g]
        for u in range(kh):
            for v in range(kw):
                y, z = i * sh + u - ph, j * sw + v - pw
                if 0 <= y < h and 0 <= z < wd:
                    for d in range(c):
                        total += xs[k][d][y][z] * ws[g][d][u][v]
        out[k, g, i, j] = total
    return out
