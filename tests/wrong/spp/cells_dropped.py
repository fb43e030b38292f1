# WRONG: shape: integer division of the size, cells at the end belong to no bin
import numpy as np


def spp(x, levels=(4, 2, 1)):
    n, c, h, w = x.shape
    parts = []
    for k in levels:
        bins = np.zeros((n, c, k, k))
        for i in range(k):
            for j in range(k):
                top, bottom = i * max(h // k, 1), (i + 1) * max(h // k, 1)
                left, right = j * max(w // k, 1), (j + 1) * max(w // k, 1)
                bins[:, :, i, j] = x[:, :, top:bottom, left:right].max(axis=(2, 3))
        parts.append(bins.reshape(n, c * k * k))
    return np.concatenate(parts, axis=1)
