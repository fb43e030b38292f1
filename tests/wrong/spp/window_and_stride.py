# WRONG: shape: window ceil(a/n), stride floor(a/n) as in the paper; 7 cells make 6 bins, not 4
import numpy as np


def spp(x, levels=(4, 2, 1)):
    n, c, h, w = x.shape
    parts = []
    for k in levels:
        kh, kw, sh, sw = -(-h // k), -(-w // k), max(h // k, 1), max(w // k, 1)
        rows, cols = (h - kh) // sh + 1, (w - kw) // sw + 1
        bins = np.zeros((n, c, rows, cols))
        for i in range(rows):
            for j in range(cols):
                window = x[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw]
                bins[:, :, i, j] = window.max(axis=(2, 3))
        parts.append(bins.reshape(n, c * rows * cols))
    return np.concatenate(parts, axis=1)
