"""SciPy: correlate2d of the kernels that both steps make together, as one ordinary convolution."""

import numpy as np
from scipy.signal import correlate2d

PIXEL = np.array([2.0, 3.0]).reshape(1, 2, 1, 1)
GOLDEN = [
    # two kernels for each channel: 2a, 2b, 3c, 3d with (a, b, c, d) = (1, 10, 100, 1000)
    (
        {"x": PIXEL, "w_depthwise": np.array([1.0, 10, 100, 1000]).reshape(4, 1, 1, 1)}
        | {"w_pointwise": np.array([[1.0, 1, 1, 1], [0, 1, 0, 0]]).reshape(2, 4, 1, 1)},
        np.array([3322.0, 20]).reshape(1, 2, 1, 1),
    ),
]


def pair(value):
    return (value, value) if isinstance(value, int) else value


def witness(x, w_depthwise, w_pointwise, stride=1, pad=0):
    (down, right), (high, wide) = pair(stride), pair(pad)
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (high, high), (wide, wide)))
    channels = x.shape[1]
    each = len(w_depthwise) // channels
    height = (padded.shape[2] - w_depthwise.shape[2]) // down + 1
    width = (padded.shape[3] - w_depthwise.shape[3]) // right + 1
    out = np.zeros((len(x), len(w_pointwise), height, width))
    for f in range(len(w_pointwise)):
        together = [a * k for a, (k,) in zip(w_pointwise[f].ravel(), w_depthwise, strict=True)]
        for c in range(channels):
            kernel = sum(together[c * each : (c + 1) * each])
            for n in range(len(x)):
                full = correlate2d(padded[n, c], kernel, mode="valid")
                out[n, f] += full[::down, ::right]
    return out
