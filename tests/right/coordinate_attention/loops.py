import math

import numpy as np


def gate(means, w_reduce, scale, shift, w):
    z = [s * float(np.dot(row, means)) + t for row, s, t in zip(w_reduce, scale, shift)]
    z = [v * min(max(v + 3, 0), 6) / 6 for v in z]
    out = w @ np.array(z)
    return np.array([1 / (1 + math.exp(-v)) if v > -700 else 0.0 for v in out])


def coordinate_attention(x, w_reduce, scale, shift, w_h, w_w):
    N, C, H, W = x.shape
    y = np.zeros((N, C, H, W))
    for n in range(N):
        down = [gate(x[n, :, i, :].mean(axis=1), w_reduce, scale, shift, w_h) for i in range(H)]
        across = [gate(x[n, :, :, j].mean(axis=1), w_reduce, scale, shift, w_w) for j in range(W)]
        for i in range(H):
            for j in range(W):
                y[n, :, i, j] = x[n, :, i, j] * down[i] * across[j]
    return y
