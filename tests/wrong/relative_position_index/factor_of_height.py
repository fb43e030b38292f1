# WRONG: shape: 2M - 1 of the height, but it is the number of column differences that counts
import numpy as np


def relative_position_index(window_size):
    sides = (window_size, window_size) if isinstance(window_size, int) else window_size
    at = np.indices(sides).reshape(len(sides), -1)
    rel = at[:, :, None] - at[:, None, :]
    index = 0
    for a, m in enumerate(sides):
        index = index * (2 * sides[0] - 1) + rel[a] + m - 1
    return index
