# WRONG: basic: the last row of windows is cut in two, the last column is forgotten
import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    H, W = input_size
    M, N = (window_size,) * 2 if isinstance(window_size, int) else window_size
    s, t = (shift_size,) * 2 if isinstance(shift_size, int) else shift_size
    mask = np.zeros((H // M, W // N, M * N, M * N))
    upper = (M - s) * N
    mask[-1, :, :upper, upper:] = -100.0
    mask[-1, :, upper:, :upper] = -100.0
    return mask.reshape(-1, M * N, M * N)
