# WRONG: basic: rolls down and to the right; that is the way back
import numpy as np


def window_partition(x, window_size, shift_size=0):
    x = np.roll(x, (shift_size, shift_size), axis=(1, 2))
    B, H, W, C = x.shape
    M = window_size
    x = x.reshape(B, H // M, M, W // M, M, C).transpose(0, 1, 3, 2, 4, 5)
    return x.reshape(B * (H // M) * (W // M), M, M, C)
