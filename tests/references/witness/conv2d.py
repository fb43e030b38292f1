"""SciPy: scipy.signal.correlate2d, channel by channel."""

import numpy as np
from scipy.signal import correlate2d


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, w, b, stride=1, pad=0):
    (down, right), (high, wide) = pair(stride), pair(pad)
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (high, high), (wide, wide)))
    height = (padded.shape[2] - w.shape[2]) // down + 1
    width = (padded.shape[3] - w.shape[3]) // right + 1
    out = np.zeros((len(x), len(w), height, width))
    for n in range(len(x)):
        for f in range(len(w)):
            full = sum(
                correlate2d(m, k, mode="valid") for m, k in zip(padded[n], w[f], strict=True)
            )
            out[n, f] = full[::down, ::right] + b[f]
    return out
