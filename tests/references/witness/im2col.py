"""scikit-image: skimage.util.view_as_windows, map by map; and windows written out by hand."""

import numpy as np
from skimage.util import view_as_windows

COUNT = np.arange(1.0, 10.0).reshape(1, 1, 3, 3)
GOLDEN = [
    (
        {"x": COUNT, "kernel_size": 2},
        [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]],
    ),
    (
        {"x": COUNT, "kernel_size": 2, "stride": 2, "pad": 1},
        [[0, 0, 0, 1], [0, 0, 2, 3], [0, 4, 0, 7], [5, 6, 8, 9]],
    ),
    (
        {"x": np.concatenate([COUNT, 10 * COUNT], axis=1), "kernel_size": (1, 3), "stride": (2, 1)},
        [[1, 2, 3, 10, 20, 30], [7, 8, 9, 70, 80, 90]],
    ),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, kernel_size, stride=1, pad=0):
    (kh, kw), step, (high, wide) = pair(kernel_size), pair(stride), pair(pad)
    channels = x.shape[1]
    rows = np.zeros((0, channels * kh * kw))
    for maps in x:
        padded = np.pad(maps.astype(np.float64), ((0, 0), (high, high), (wide, wide)))
        windows = view_as_windows(padded, (channels, kh, kw), (channels, *step))
        rows = np.vstack([rows, windows.reshape(-1, channels * kh * kw)])
    return rows
