# WRONG: basic: without the factor 2M - 1, (0, 2) and (2, 0) share an index
import numpy as np


def relative_position_index(window_size):
    sides = (window_size, window_size) if isinstance(window_size, int) else window_size
    at = np.indices(sides).reshape(len(sides), -1)
    rel = at[:, :, None] - at[:, None, :]
    return sum(rel[a] + m - 1 for a, m in enumerate(sides))
