import numpy as np


def bilinear_sample(x, points):
    c, h, w = x.shape
    framed = np.pad(x.astype(float), ((0, 0), (2, 2), (2, 2)))
    px = np.clip(points[:, 0], -1.5, w + 0.5) + 2
    py = np.clip(points[:, 1], -1.5, h + 0.5) + 2
    j, i = px.astype(int), py.astype(int)
    a, b = px - j, py - i
    top = framed[:, i, j] * (1 - a) + framed[:, i, j + 1] * a
    bottom = framed[:, i + 1, j] * (1 - a) + framed[:, i + 1, j + 1] * a
    return top * (1 - b) + bottom * b
