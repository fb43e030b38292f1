import numpy as np


def dilated_conv2d(x, w, b, stride=1, pad=0, dilation=1):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    dh, dw = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (wd + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((n, f, oh, ow))
    for k, i, j in np.ndindex(n, oh, ow):
        total = b.astype(float)
        for u in range(kh):
            y = i * sh + u * dh - ph
            for v in range(kw):
                z = j * sw + v * dw - pw
                if 0 <= y < h and 0 <= z < wd:
                    total = total + w[:, :, u, v] @ x[k, :, y, z]
        out[k, :, i, j] = total
    return out
