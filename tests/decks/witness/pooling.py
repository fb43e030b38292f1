"""The numbers of the pooling deck, from layers run on small arrays and from counting."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d


def entries(*shapes):
    """The elements of arrays of these shapes, none of which takes any memory."""
    return sum(np.broadcast_to(np.int8(0), shape).size for shape in shapes)


def pooling_output_size(k, s, p, n):
    padded = np.pad(np.zeros((n, n)), p, constant_values=-np.inf)
    return sliding_window_view(padded, (k, k))[::s, ::s].max(axis=(-2, -1)).shape[1]


def pooling_receptive_field_numeric(a, b, k):
    """From the last unit back to the image: all that it sees, layer after layer."""

    def field(layers):
        units = {0}
        for kernel, stride in reversed(layers):
            units = {unit * stride + tap for unit in units for tap in range(kernel)}
        return len(units)

    before, after = [(k, 1)] * a, [(k, 1)] * b
    return field([*before, (2, 2), *after]) - field([*before, *after])


def max_minus_average(a, b, c, d):
    window = np.array([[a, b], [c, d]])
    return np.mean(window.max() - window)


def maxpool_gradient(b, d, e, f, h, p, q, r, s):
    """The loss is linear near whole numbers that differ, so a small step gives the slope."""
    upstream = np.array([[p, q], [r, s]])

    def loss(centre):
        values = np.array([[2, b, 1], [d, centre, f], [3, h, 0]])
        pooled = sliding_window_view(values, (2, 2)).max(axis=(-2, -1))
        return (upstream * pooled).sum()

    return (loss(e + 0.25) - loss(e - 0.25)) / 0.5


def gap_saving(h, c, k):
    averaged = np.zeros((c, h, h), np.int8).mean(axis=(1, 2))
    return entries((c, h, h, k)) - entries((*averaged.shape, k))


def fc_parameters_numeric(h, w, c, n):
    """The same layer as a convolution with a kernel as large as the map."""
    return entries((n, c, h, w), (n,))


def dropblock_gamma(b, w, keep):
    """With a block at every place where one fits, each of them counts its cells."""
    places = sliding_window_view(np.zeros((w, w)), (b, b)).shape[:2]
    covered = convolve2d(np.ones(places), np.ones((b, b)))
    return (1 - keep) / covered.mean()


def pooling_macs_saved(n, s, k, c, f):
    """One multiplication for each tap of each window of each filter."""

    def taps(width):
        maps = np.broadcast_to(np.int8(0), (c, width + k - 1, width + k - 1))
        return f * sliding_window_view(maps, (k, k), axis=(1, 2)).size

    pooled = sliding_window_view(np.zeros(n), s)[::s].max(axis=-1)
    return (taps(n) - taps(len(pooled))) / 1e6
