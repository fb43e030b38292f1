"""Place by place in exact means (math.fsum); the order of the four as in Microsoft's Swin code."""

from math import fsum, sqrt

import numpy as np


def witness(x, gamma, beta, w, eps=1e-5):
    x = np.asarray(x, dtype=np.float64)
    b, high, wide, c = x.shape
    out = np.zeros((b, -(-high // 2), -(-wide // 2), len(w)))
    for k, i, j in np.ndindex(out.shape[:3]):
        values = []
        for right, down in [(0, 0), (0, 1), (1, 0), (1, 1)]:
            row, column = 2 * i + down, 2 * j + right
            inside = row < high and column < wide
            values += x[k, row, column].tolist() if inside else [0.0] * c
        mean = fsum(values) / len(values)
        spread = sqrt(fsum((v - mean) ** 2 for v in values) / len(values) + eps)
        normed = [g * (v - mean) / spread + o for v, g, o in zip(values, gamma, beta, strict=True)]
        out[k, i, j] = [fsum(a * v for a, v in zip(row, normed, strict=True)) for row in w]
    return out
