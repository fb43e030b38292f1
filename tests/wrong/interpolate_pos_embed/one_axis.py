# WRONG: basic: interpolates the flat list of rows, as if patches stood in one line
import numpy as np


def interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens=1):
    x = pos_embed[extra_tokens:]
    new = new_grid[0] * new_grid[1]
    at = np.clip((np.arange(new) + 0.5) * len(x) / new - 0.5, 0, len(x) - 1)
    columns = [np.interp(at, np.arange(len(x)), c) for c in x.T]
    return np.concatenate([pos_embed[:extra_tokens], np.stack(columns, axis=1)])
