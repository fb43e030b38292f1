"""SciPy: scipy.signal.correlate2d with the holes written into the kernel; and sums by hand."""

import numpy as np
from scipy.signal import correlate2d

ROW = np.array([1.0, 20, 300, 4000, 50000]).reshape(1, 1, 1, 5)
GOLDEN = [
    ({"x": ROW, "w": np.ones((1, 1, 1, 2)), "b": np.zeros(1), "dilation": d}, [[[want]]])
    for d, want in [
        (1, [21, 320, 4300, 54000]),
        (2, [301, 4020, 50300]),
        (3, [4001, 50020]),
        (4, [50001]),
    ]
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, w, b, stride=1, pad=0, dilation=1):
    (down, right), (high, wide), apart = pair(stride), pair(pad), pair(dilation)
    hole = np.zeros(apart)
    hole[0, 0] = 1.0
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (high, high), (wide, wide)))
    end = [1 - step or None for step in apart]  # without the holes after the last tap
    kernels = np.kron(w, hole)[:, :, : end[0], : end[1]]
    height = (padded.shape[2] - kernels.shape[2]) // down + 1
    width = (padded.shape[3] - kernels.shape[3]) // right + 1
    out = np.zeros((len(x), len(w), height, width))
    for n, f in np.ndindex(*out.shape[:2]):
        maps = zip(padded[n], kernels[f], strict=True)
        full = sum(correlate2d(m, k, mode="valid") for m, k in maps)
        out[n, f] = full[::down, ::right] + b[f]
    return out
