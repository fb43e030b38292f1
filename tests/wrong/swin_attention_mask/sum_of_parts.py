# WRONG: basic: row part plus column part gives two regions the same number
import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    H, W = input_size
    M, N = (window_size,) * 2 if isinstance(window_size, int) else window_size
    s, t = (shift_size,) * 2 if isinstance(shift_size, int) else shift_size
    ids = (np.arange(H) >= H - s).astype(int)[:, None] + (np.arange(W) >= W - t).astype(int)
    win = ids.reshape(H // M, M, W // N, N).transpose(0, 2, 1, 3).reshape(-1, M * N)
    return np.where(win[:, None] != win[:, :, None], -100.0, 0.0)
