# WRONG: basic: takes the grid to be square, as MAE's code does
import numpy as np


def unpatchify(patches, patch_size, grid):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, L, D = patches.shape
    h = w = int(L ** 0.5)
    c = D // (p * q)
    x = patches.reshape(n, h, w, p, q, c)
    return np.einsum("nhwpqc->nchpwq", x).reshape(n, c, h * p, w * q)
