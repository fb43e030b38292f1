import numpy as np


def avg_pool2d(x, kernel_size, stride=None, pad=0, count_include_pad=True):
    kh, kw = np.broadcast_to(kernel_size, 2)
    sh, sw = np.broadcast_to(kernel_size if stride is None else stride, 2)
    ph, pw = np.broadcast_to(pad, 2)

    def sums(maps):
        p = np.pad(maps.astype(np.float64), ((0, 0), (0, 0), (ph + 1, ph), (pw + 1, pw)))
        s = p.cumsum(axis=2).cumsum(axis=3)
        boxes = s[:, :, kh:, kw:] - s[:, :, :-kh, kw:] - s[:, :, kh:, :-kw] + s[:, :, :-kh, :-kw]
        return boxes[:, :, ::sh, ::sw]

    return sums(x) / (kh * kw if count_include_pad else sums(np.ones((1, 1) + x.shape[2:])))
