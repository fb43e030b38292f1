import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def dropblock(x, p, block_size, rng, training=True):
    if not training:
        return x.astype(float), np.full(x.shape, True)
    b = block_size
    n, c, h, w = x.shape
    fits = (h - b + 1, w - b + 1)
    gamma = (p * h * w) / (b ** 2 * fits[0] * fits[1])
    noise = (rng.random((n, c) + fits) < gamma).astype(float)
    noise = np.pad(noise, ((0, 0), (0, 0), (b - 1, b - 1), (b - 1, b - 1)))
    pooled = sliding_window_view(noise, (b, b), axis=(2, 3)).max(axis=(4, 5))
    mask = pooled == 0
    return np.where(mask, x, 0.0) * (mask.size / max(mask.sum(), 1)), mask
