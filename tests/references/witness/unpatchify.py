"""NumPy: the patches of one channel laid side by side with numpy.block."""

import numpy as np


def witness(patches, patch_size, grid):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, _, length = patches.shape
    c = length // (p * q)
    out = np.zeros((n, c, grid[0] * p, grid[1] * q))
    for k in range(n):
        for channel in range(c):
            plane = patches[k, :, channel::c]
            rows = [
                [plane[i * grid[1] + j].reshape(p, q) for j in range(grid[1])]
                for i in range(grid[0])
            ]
            out[k, channel] = np.block(rows)
    return out
