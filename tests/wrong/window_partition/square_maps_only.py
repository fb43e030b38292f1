# WRONG: shape: the height serves for the width too
import numpy as np


def window_partition(x, window_size, shift_size=0):
    x = np.roll(x, (-shift_size, -shift_size), axis=(1, 2))
    B, H, _, C = x.shape
    M = window_size
    n = H // M
    out = []
    for b in range(B):
        for i in range(n):
            for j in range(n):
                out.append(x[b, i * M:(i + 1) * M, j * M:(j + 1) * M])
    return np.array(out).reshape(B * n * n, M, M, C)
