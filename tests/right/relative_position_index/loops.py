import itertools

import numpy as np


def relative_position_index(window_size):
    sides = [window_size] * 2 if isinstance(window_size, int) else list(window_size)
    tokens = list(itertools.product(*[range(m) for m in sides]))
    table = []
    for query in tokens:
        row = []
        for key in tokens:
            index = 0
            for a, b, m in zip(query, key, sides):
                index = index * (2 * m - 1) + (a - b + m - 1)
            row.append(index)
        table.append(row)
    return np.array(table)
