# WRONG: shape: a pair is read as width and height
import numpy as np


def unpatchify(patches, patch_size, grid):
    q, p = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, L, D = patches.shape
    h, w = grid
    c = D // (p * q)
    x = patches.reshape(n, h, w, p, q, c)
    return np.einsum("nhwpqc->nchpwq", x).reshape(n, c, h * p, w * q)
