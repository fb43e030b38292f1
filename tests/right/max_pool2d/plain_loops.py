def max_pool2d(x, kernel_size, stride=None, pad=0):
    kh, kw = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    stride = (kh, kw) if stride is None else stride
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, w = x.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    if n == 0:
        import numpy as np
        return np.zeros((0, c, oh, ow))
    out = []
    for maps in x.tolist():
        out.append([])
        for m in maps:
            rows = []
            for top in range(-ph, -ph + sh * oh, sh):
                rows.append([
                    float(max(m[y][z]
                              for y in range(max(top, 0), min(top + kh, h))
                              for z in range(max(left, 0), min(left + kw, w))))
                    for left in range(-pw, -pw + sw * ow, sw)
                ])
            out[-1].append(rows)
    return out
