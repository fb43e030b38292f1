import numpy as np


def unpatchify(patches, patch_size, grid):
    p, q = patch_size if isinstance(patch_size, (tuple, list)) else (patch_size,) * 2
    h, w = grid
    n = len(patches)
    c = patches.shape[2] // (p * q)
    last = patches.reshape(n, h, w, p, q, c).swapaxes(2, 3).reshape(n, h * p, w * q, c)
    return np.moveaxis(last, 3, 1)
