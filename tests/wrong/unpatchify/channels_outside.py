# WRONG: basic: reads a patch as C, p, q, as fold would
import numpy as np


def unpatchify(patches, patch_size, grid):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, L, D = patches.shape
    h, w = grid
    c = D // (p * q)
    x = patches.reshape(n, h, w, c, p, q).transpose(0, 3, 1, 4, 2, 5)
    return x.reshape(n, c, h * p, w * q)
