"""SciPy: convolve2d of the map spread out by zeros; and the examples of a textbook.

GOLDEN: Zhang, Lipton, Li, Smola: Dive into Deep Learning, section 14.10 (transposed convolution).
"""

import numpy as np
from scipy.signal import convolve2d

X = np.arange(4.0).reshape(1, 1, 2, 2)
BOOK = {"x": X, "w": X, "b": np.zeros(1)}
GOLDEN = [
    (BOOK, [[[[0, 0, 1], [0, 4, 6], [4, 12, 9]]]]),
    (BOOK | {"stride": 2}, [[[[0, 0, 0, 1], [0, 0, 2, 3], [0, 2, 0, 3], [4, 6, 6, 9]]]]),
    (BOOK | {"pad": 1}, [[[[4]]]]),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, w, b, stride=1, pad=0, output_padding=0):
    (down, right), (high, wide), more = pair(stride), pair(pad), pair(output_padding)
    spread = np.zeros((*x.shape[:2], (x.shape[2] - 1) * down + 1, (x.shape[3] - 1) * right + 1))
    spread[:, :, ::down, ::right] = x
    height = spread.shape[2] + w.shape[2] - 1 - 2 * high + more[0]
    width = spread.shape[3] + w.shape[3] - 1 - 2 * wide + more[1]
    out = np.zeros((len(x), w.shape[1], height, width))
    for n, f in np.ndindex(*out.shape[:2]):
        full = sum(convolve2d(m, k) for m, k in zip(spread[n], w[:, f], strict=True))
        full = np.pad(full, ((0, more[0]), (0, more[1])))
        out[n, f] = full[high : high + height, wide : wide + width] + b[f]
    return out
