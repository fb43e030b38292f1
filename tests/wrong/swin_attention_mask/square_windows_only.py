# WRONG: shape: takes the first side and the first shift for both axes
import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    H, W = input_size
    M = window_size if isinstance(window_size, int) else window_size[0]
    s = shift_size if isinstance(shift_size, int) else shift_size[0]
    ids = 2 * (np.arange(H) >= H - s)[:, None] + (np.arange(W) >= W - s)
    win = ids.reshape(H // M, M, W // M, M).transpose(0, 2, 1, 3).reshape(-1, M * M)
    return np.where(win[:, None] != win[:, :, None], -100.0, 0.0)
