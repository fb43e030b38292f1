import numpy as np


def unpatchify(patches, patch_size, grid):
    p, q = patch_size if isinstance(patch_size, (tuple, list)) else (patch_size,) * 2
    n, L, D = patches.shape
    c = D // (p * q)
    out = np.zeros((n, c, grid[0] * p, grid[1] * q), dtype=patches.dtype)
    for number in range(L):
        i, j = divmod(number, grid[1])
        patch = patches[:, number].reshape(n, p, q, c)
        out[:, :, i * p:(i + 1) * p, j * q:(j + 1) * q] = np.moveaxis(patch, -1, 1)
    return out
