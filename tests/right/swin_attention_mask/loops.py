import numpy as np


def swin_attention_mask(input_size, window_size, shift_size):
    pair = lambda v: (v, v) if isinstance(v, int) else v
    (H, W), (M, N), (s, t) = input_size, pair(window_size), pair(shift_size)
    out = []
    for top in range(0, H, M):
        for left in range(0, W, N):
            tokens = [(top + i >= H - s, left + j >= W - t) for i in range(M) for j in range(N)]
            out.append([[0.0 if a == b else -100.0 for b in tokens] for a in tokens])
    return np.array(out)
