import numpy as np


def dropblock(x, p, block_size, rng, training=True):
    y = x.astype(np.float64)
    mask = np.ones(x.shape, dtype=bool)
    if training:
        N, C, H, W = x.shape
        b = block_size
        gamma = p / b ** 2 * H * W / ((H - b + 1) * (W - b + 1))
        u = rng.random((N, C, H - b + 1, W - b + 1))
        for n in range(N):
            for c in range(C):
                for i in range(H - b + 1):
                    for j in range(W - b + 1):
                        if u[n, c, i, j] < gamma:
                            mask[n, c, i:i + b, j:j + b] = False
        y[~mask] = 0.0
        left = int(mask.sum())
        if left:
            y *= x.size / left
    return y, mask
