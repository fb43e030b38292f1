import numpy as np


def spp(x, levels=(4, 2, 1)):
    n, c, h, w = x.shape
    parts = []
    for k in levels:
        bins = np.zeros((n, c, k, k))
        for i in range(k):
            for j in range(k):
                top, bottom = int(np.floor(i * h / k)), int(np.ceil((i + 1) * h / k))
                left, right = int(np.floor(j * w / k)), int(np.ceil((j + 1) * w / k))
                bins[:, :, i, j] = x[:, :, top:bottom, left:right].max(axis=(2, 3))
        parts.append(bins.reshape(n, c * k * k))
    return np.concatenate(parts, axis=1)
