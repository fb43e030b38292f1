# WRONG: basic: lays the outermost cells on each other (align_corners=True)
import numpy as np


def interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens=1):
    D = pos_embed.shape[1]
    x = pos_embed[extra_tokens:].reshape(*grid, D)
    for axis in (0, 1):
        old, new = grid[axis], new_grid[axis]
        at = np.linspace(0, old - 1, new)
        lo = np.floor(at).astype(int)
        hi = np.minimum(lo + 1, old - 1)
        f = (at - lo).reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
        x = np.take(x, lo, axis) * (1 - f) + np.take(x, hi, axis) * f
    return np.concatenate([pos_embed[:extra_tokens], x.reshape(-1, D)])
