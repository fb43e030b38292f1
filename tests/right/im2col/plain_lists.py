import numpy as np


def im2col(x, kernel_size, stride=1, pad=0):
    kh, kw = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, w = x.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    out = []
    for m in x.tolist():
        for top in range(-ph, -ph + sh * oh, sh):
            for left in range(-pw, -pw + sw * ow, sw):
                row = []
                for channel in m:
                    for y in range(top, top + kh):
                        for z in range(left, left + kw):
                            inside = 0 <= y < h and 0 <= z < w
                            row.append(channel[y][z] if inside else 0.0)
                out.append(row)
    return np.array(out, dtype=float).reshape(n * oh * ow, c * kh * kw)
