# WRONG: basic: numbers the regions as if the map had been rolled down and to the right
import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    H, W = input_size
    M, N = (window_size,) * 2 if isinstance(window_size, int) else window_size
    s, t = (shift_size,) * 2 if isinstance(shift_size, int) else shift_size
    ids = np.zeros((H, W), dtype=int)
    ids[:s] += 2
    ids[:, :t] += 1
    win = ids.reshape(H // M, M, W // N, N).transpose(0, 2, 1, 3).reshape(-1, M * N)
    return np.where(win[:, None] != win[:, :, None], -100.0, 0.0)
