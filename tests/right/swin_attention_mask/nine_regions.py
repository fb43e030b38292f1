import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    H, W = input_size
    M, N = (window_size,) * 2 if isinstance(window_size, int) else window_size
    s, t = (shift_size,) * 2 if isinstance(shift_size, int) else shift_size
    ids = np.zeros((H, W))
    count = 0
    for h in (slice(0, H - M), slice(H - M, H - s), slice(H - s, H)):
        for w in (slice(0, W - N), slice(W - N, W - t), slice(W - t, W)):
            ids[h, w] = count
            count += 1
    windows = ids.reshape(H // M, M, W // N, N).transpose(0, 2, 1, 3).reshape(-1, M * N)
    difference = windows[:, None, :] - windows[:, :, None]
    return np.where(difference != 0, -100.0, 0.0)
