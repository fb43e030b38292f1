# WRONG: basic: takes a point for (row, column)
from math import floor

import numpy as np


def bilinear_sample(x, points):
    c, h, w = x.shape
    out = np.zeros((c, len(points)))
    for k, (py, px) in enumerate(points):
        left, top = floor(px), floor(py)
        a, b = px - left, py - top
        for i, wy in ((top, 1 - b), (top + 1, b)):
            for j, wx in ((left, 1 - a), (left + 1, a)):
                if 0 <= i < h and 0 <= j < w:
                    out[:, k] += wy * wx * x[:, i, j]
    return out
