import numpy as np


def window_partition(x, window_size, shift_size=0):
    B, H, W, C = x.shape
    M = window_size
    rows = (np.arange(H) + shift_size) % H
    cols = (np.arange(W) + shift_size) % W
    rows = rows.reshape(-1, 1, M, 1)
    cols = cols.reshape(1, -1, 1, M)
    return x[:, rows, cols].reshape(B * (H // M) * (W // M), M, M, C)
