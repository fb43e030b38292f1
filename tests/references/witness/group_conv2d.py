"""SciPy: scipy.signal.correlate2d for each filter and each channel of its group."""

import numpy as np
from scipy.signal import correlate2d

COLUMN = np.array([1.0, 20, 300, 4000]).reshape(1, 4, 1, 1)
GOLDEN = [
    # each pair of filters sees its own pair of channels
    (
        {"x": COLUMN, "w": np.array([[1, 1], [1, -1], [1, 1], [2, 0]]).reshape(4, 2, 1, 1)}
        | {"b": np.zeros(4), "groups": 2},
        np.array([21, -19, 4300, 600.0]).reshape(1, 4, 1, 1),
    ),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, w, b, stride=1, pad=0, groups=1):
    (down, right), (high, wide) = pair(stride), pair(pad)
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (high, high), (wide, wide)))
    height = (padded.shape[2] - w.shape[2]) // down + 1
    width = (padded.shape[3] - w.shape[3]) // right + 1
    out = np.zeros((len(x), len(w), height, width))
    members = np.split(np.arange(x.shape[1]), groups)
    group_of = np.repeat(np.arange(groups), len(w) // groups)
    for n, f in np.ndindex(*out.shape[:2]):
        channels = padded[n, members[group_of[f]]]
        full = sum(correlate2d(m, k, mode="valid") for m, k in zip(channels, w[f], strict=True))
        out[n, f] = full[::down, ::right] + b[f]
    return out
