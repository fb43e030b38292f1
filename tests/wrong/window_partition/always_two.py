# WRONG: basic: moves by 2 patches whatever the shift, as the notes have it
import numpy as np


def window_partition(x, window_size, shift_size=0):
    if shift_size:
        x = np.roll(x, (-2, -2), axis=(1, 2))
    B, H, W, C = x.shape
    M = window_size
    x = x.reshape(B, H // M, M, W // M, M, C).transpose(0, 1, 3, 2, 4, 5)
    return x.reshape(B * (H // M) * (W // M), M, M, C)
