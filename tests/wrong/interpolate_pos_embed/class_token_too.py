# WRONG: edge: always one class token, whatever extra_tokens says
import numpy as np


def interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens=1):
    D = pos_embed.shape[1]
    x = pos_embed[1:].reshape(*grid, D)
    for axis in (0, 1):
        old, new = grid[axis], new_grid[axis]
        at = np.clip((np.arange(new) + 0.5) * old / new - 0.5, 0, old - 1)
        lo = np.floor(at).astype(int)
        hi = np.minimum(lo + 1, old - 1)
        f = (at - lo).reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
        x = np.take(x, lo, axis) * (1 - f) + np.take(x, hi, axis) * f
    return np.concatenate([pos_embed[:1], x.reshape(-1, D)])
