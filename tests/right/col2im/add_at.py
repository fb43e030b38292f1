import numpy as np


def col2im(cols, x_shape, kernel_size, stride=1, pad=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(pad, 2)
    n, c, h, w = x_shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    i = sh * np.arange(oh)[:, None, None, None] + np.arange(kh)[:, None]
    j = sw * np.arange(ow)[:, None, None] + np.arange(kw)
    windows = np.moveaxis(cols.reshape(n, oh, ow, c, kh, kw), 3, 1)
    xp = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    np.add.at(xp, (slice(None), slice(None), i, j), windows)
    return xp[:, :, ph:h + ph, pw:w + pw]
