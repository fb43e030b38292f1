"""SciPy: scipy.ndimage.map_coordinates (order 1, zeros outside) for every tap and channel."""

import numpy as np
from scipy.ndimage import map_coordinates

RAMP = np.arange(12.0).reshape(1, 1, 3, 4)  # 4 per row, 1 per column
ONE = np.ones((1, 1, 1, 1))
GOLDEN = [
    # inside a ramp, a shift of (0.5, 0.25) adds 0.5 * 4 + 0.25
    (
        {"x": RAMP, "offset": np.tile(np.array([0.5, 0.25]).reshape(1, 2, 1, 1), (1, 1, 1, 1))}
        | {"w": ONE, "b": np.zeros(1), "stride": 4},
        [[[[2.25]]]],
    ),
    # half a pixel above and left of the first one: a quarter of it; times a mask of 0.5
    (
        {"x": ONE * 8, "offset": np.full((1, 2, 1, 1), -0.5), "w": ONE, "b": np.ones(1)}
        | {"mask": np.full((1, 1, 1, 1), 0.5)},
        [[[[2.0]]]],
    ),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, offset, w, b, stride=1, pad=0, mask=None):
    (down, right), (high, wide) = pair(stride), pair(pad)
    rows, columns = offset.shape[2:]
    i, j = np.mgrid[:rows, :columns]
    out = np.zeros((len(x), len(w), rows, columns)) + b[:, None, None]
    for n in range(len(x)):
        for tap, (u, v) in enumerate(np.ndindex(*w.shape[2:])):
            y = i * down - high + u + offset[n, 2 * tap]
            z = j * right - wide + v + offset[n, 2 * tap + 1]
            factor = 1.0 if mask is None else mask[n, tap]
            for c in range(x.shape[1]):
                plane = x[n, c].astype(np.float64)
                read = map_coordinates(plane, [y, z], order=1, mode="grid-constant", cval=0.0)
                out[n] += w[:, c, u, v, None, None] * (read * factor)
    return out
