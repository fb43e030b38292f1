# WRONG: aliasing: blanks the caller's array
import numpy as np


def dropblock(x, p, block_size, rng, training=True):
    mask = np.ones(x.shape, dtype=bool)
    if not training:
        return x.astype(float), mask
    N, C, H, W = x.shape
    b = block_size
    gamma = p / b ** 2 * H * W / ((H - b + 1) * (W - b + 1))
    seeds = rng.random((N, C, H - b + 1, W - b + 1)) < gamma
    for n, c, i, j in zip(*np.nonzero(seeds)):
        mask[n, c, i:i + b, j:j + b] = False
        x[n, c, i:i + b, j:j + b] = 0
    kept = mask.sum()
    return x * (mask.size / kept if kept else 0.0), mask
