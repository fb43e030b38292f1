# WRONG: basic: drops the entry where a block begins, not the block
import numpy as np


def dropblock(x, p, block_size, rng, training=True):
    mask = np.ones(x.shape, dtype=bool)
    if not training:
        return x.astype(float), mask
    N, C, H, W = x.shape
    b = block_size
    gamma = p / b ** 2 * H * W / ((H - b + 1) * (W - b + 1))
    mask[:, :, :H - b + 1, :W - b + 1] = rng.random((N, C, H - b + 1, W - b + 1)) >= gamma
    kept = mask.sum()
    return x * mask * (mask.size / kept if kept else 0.0), mask
