# WRONG: basic: a reshape alone does not bring the rows of neighbouring patches together
import numpy as np


def unpatchify(patches, patch_size, grid):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, L, D = patches.shape
    return patches.reshape(n, D // (p * q), grid[0] * p, grid[1] * q)
