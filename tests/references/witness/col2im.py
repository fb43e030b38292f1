"""SciPy: im2col as a sparse matrix of ones (scipy.sparse), transposed; and counts by hand."""

import numpy as np
from scipy.sparse import coo_matrix
from skimage.util import view_as_windows

GOLDEN = [
    # how many windows hold a pixel: 4 inside, 2 along the edges, 1 in the corners
    (
        {"cols": np.ones((9, 4)), "x_shape": (1, 1, 4, 4), "kernel_size": 2},
        [[[[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]]],
    ),
    # stride 2 reads four of the five columns
    (
        {"cols": np.arange(1.0, 5).reshape(2, 2), "x_shape": (1, 1, 1, 5), "kernel_size": (1, 2)}
        | {"stride": 2},
        [[[[1, 2, 3, 4, 0]]]],
    ),
    # padding: the first and the last value fall outside
    (
        {"cols": np.arange(1.0, 7).reshape(3, 2), "x_shape": (1, 1, 1, 2), "kernel_size": (1, 2)}
        | {"pad": (0, 1)},
        [[[[2 + 3, 4 + 5]]]],
    ),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(cols, x_shape, kernel_size, stride=1, pad=0):
    kernel, step, (high, wide) = pair(kernel_size), pair(stride), pair(pad)
    pixels = np.arange(np.prod(x_shape)).reshape(x_shape)
    padded = np.pad(pixels, ((0, 0), (0, 0), (high, high), (wide, wide)), constant_values=-1)
    read = [view_as_windows(m, (x_shape[1], *kernel), (x_shape[1], *step)).ravel() for m in padded]
    places = np.concatenate(read) if read else np.zeros(0, dtype=int)
    inside = np.flatnonzero(places >= 0)
    ones = np.ones(inside.size)
    im2col = coo_matrix((ones, (inside, places[inside])), shape=(cols.size, pixels.size))
    if not pixels.size:
        return np.zeros(x_shape)
    return (im2col.T @ cols.astype(np.float64).ravel()).reshape(x_shape)
