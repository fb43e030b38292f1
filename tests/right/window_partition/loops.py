import numpy as np


def window_partition(x, window_size, shift_size=0):
    B, H, W, C = x.shape
    M, s = window_size, shift_size
    x = np.concatenate([x[:, s:], x[:, :s]], axis=1)
    x = np.concatenate([x[:, :, s:], x[:, :, :s]], axis=2)
    windows = [
        x[b, i:i + M, j:j + M]
        for b in range(B)
        for i in range(0, H, M)
        for j in range(0, W, M)
    ]
    return np.array(windows, dtype=x.dtype).reshape(len(windows), M, M, C)
