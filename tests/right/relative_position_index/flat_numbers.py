import numpy as np


def relative_position_index(window_size):
    """Number the tokens in a grid of 2m - 1 a side: differences of the numbers are the indices."""
    sides = (window_size,) * 2 if isinstance(window_size, int) else tuple(window_size)
    table = tuple(2 * m - 1 for m in sides)
    corner = np.arange(np.prod(table)).reshape(table)[tuple(slice(m) for m in sides)].ravel()
    return corner[:, None] - corner[None, :] + np.prod(table) // 2
