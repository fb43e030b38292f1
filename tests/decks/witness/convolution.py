"""The numbers of the convolution deck, from layers run on small arrays and from counting."""

from itertools import count

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d


def entries(*shapes):
    """The elements of arrays of these shapes, none of which takes any memory."""
    return sum(np.broadcast_to(np.int8(0), shape).size for shape in shapes)


def windows(maps, k, s=1, p=0):
    """The k x k windows of (..., H, W) maps, as (..., H', W', k, k)."""
    padded = np.pad(maps, [(0, 0)] * (maps.ndim - 2) + [(p, p), (p, p)])
    return sliding_window_view(padded, (k, k), axis=(-2, -1))[..., ::s, ::s, :, :]


def field(*layers):
    """Poke every pixel of a line, one after the other, and see which change the first output."""
    lines = np.eye(96)
    for k, s, d in layers:
        taps = sliding_window_view(lines, d * (k - 1) + 1, axis=1)[:, ::s, ::d]
        lines = taps.sum(axis=-1)
    felt = np.flatnonzero(lines[:, 0])
    return felt[-1] - felt[0] + 1


def conv_one_value(a, b, c, d, p, q, r, s, t):
    return correlate2d([[a, b], [c, d]], [[p, q], [r, s]], mode="valid")[0, 0] + t


def conv_output_size_numeric(n, k, s, p, d):
    padded = n + 2 * p
    return sum(max(i + d * tap for tap in range(k)) < padded for i in range(0, padded, s))


def same_padding_numeric(k, d):
    taps = np.zeros(d * (k - 1) + 1)
    taps[::d] = 1
    n = 256
    return next(p for p in count() if len(sliding_window_view(np.zeros(n + 2 * p), len(taps))) == n)


def tensorflow_same_padding(n, k, s):
    """The smallest padding with as many windows as there are steps on the input."""
    steps = len(range(0, n, s))
    return next(
        total
        for total in count()
        if len([i for i in range(0, n + total, s) if i + k <= n + total]) >= steps
    )


def zero_padding_count(h, w, k):
    """All cells that some window centred on a pixel touches, less the pixels."""
    touched = convolve2d(np.ones((h, w)), np.ones((k, k)))
    return np.count_nonzero(touched) - h * w


def conv_vs_fc_weights(n, c, f, k):
    return entries((n, n, c, n, n, f)) / entries((k, k, c, f))


def weight_sharing_saving(n, k, c, f):
    places = windows(np.zeros((n, n)), k).shape[:2]
    return entries((*places, f, c, k, k)) - entries((f, c, k, k))


def conv_parameters(k, c, f, g):
    groups = zip(np.split(np.arange(f), g), np.split(np.arange(c), g), strict=True)
    return entries((f,), *((len(outputs), len(inputs), k, k) for outputs, inputs in groups))


def conv_macs(k, s, n, c, f, p):
    """Every entry of every window meets one weight of each filter."""
    return f * windows(np.zeros((c, n, n), np.int8), k, s, p).size / 1e6


def ideal_time(m, t, u):
    macs_a_second = t * 1e12 / 2 * u / 100
    return 1e3 * m * 1e9 / macs_a_second


def im2col_shape(b, c, n, k, s, p):
    taken = windows(np.zeros((b, c, n, n), np.int8), k, s, p)  # (b, c, H', W', k, k)
    rows = taken.transpose(0, 2, 3, 1, 4, 5).reshape(-1, c * k * k)
    return rows.size


def conv_kernel_gradient(d, e, f, g, u, v, w, z):
    """The loss is linear in the weight, so that one step of size 1 gives the slope."""
    image = np.array([[1, 0, 2], [3, d, e], [0, f, g]])
    upstream = np.array([[u, v], [w, z]])
    kernel = np.array([[2, -1], [0, 3]])

    def loss(weight):
        changed = kernel.copy()
        changed[1, 1] = weight
        return (upstream * correlate2d(image, changed, mode="valid")).sum()

    return loss(4) - loss(3)


def linear_backward_numeric(a, b, c, d, u, v):
    samples = np.array([[a, b], [c, d]])
    upstream = np.array([u, v])
    return upstream @ (samples @ [8, 5] + 1) - upstream @ (samples @ [7, 5] + 1)


def stacking_saving(n, c):
    """The one kernel is as wide as n kernels of three run one after the other."""
    composed = np.ones(1)
    for _ in range(n):
        composed = np.convolve(composed, np.ones(3))
    k = len(composed)
    return entries((c, c, k, k)) - entries(*[(c, c, 3, 3)] * n)


def receptive_field_numeric(k1, s1, k2, d, k3):
    return field((k1, s1, 1), (2, 2, 1), (k2, 1, d), (k3, 1, 1))


def receptive_field_top_down_numeric(k1, s1, k2, s2, k3, s3):
    return field((k1, s1, 1), (k2, s2, 1), (k3, s3, 1))


def receptive_field_center_numeric(k1, s1, p1, k2, s2, p2, i):
    """All the pixels that the unit sees, in or beyond the image: halfway from first to last."""
    middle = [i * s2 - p2 + tap for tap in range(k2)]
    pixels = [unit * s1 - p1 + tap for unit in middle for tap in range(k1)]
    return (min(pixels) + max(pixels)) / 2


def full_minus_valid(h, w, k):
    image, kernel = np.ones((h, w)), np.ones((k, k))
    return convolve2d(image, kernel).size - convolve2d(image, kernel, mode="valid").size


def connections_saved(n, c, k):
    """Mark the window of one unit and count what lies outside."""
    connected = np.zeros((c, n, n), bool)
    connected[:, 5 : 5 + k, 5 : 5 + k] = True
    return np.count_nonzero(~connected)
