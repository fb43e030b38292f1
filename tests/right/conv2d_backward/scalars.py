import numpy as np


def conv2d_backward(dout, x, w, stride=1, pad=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(f)
    for k, g, i, j in np.ndindex(*dout.shape):
        d = dout[k, g, i, j]
        db[g] += d
        for u in range(kh):
            y = i * sh + u - ph
            if not 0 <= y < h:
                continue
            for v in range(kw):
                z = j * sw + v - pw
                if 0 <= z < wd:
                    dw[g, :, u, v] += d * x[k, :, y, z]
                    dx[k, :, y, z] += d * w[g, :, u, v]
    return dx, dw, db
