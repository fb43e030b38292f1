"""Layers as lists of tensors and windows, sampling and stamping carried out on small arrays."""

from bisect import bisect_right
from itertools import product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.ndimage import map_coordinates


def entries(*shapes) -> int:
    return sum(int(np.prod(shape)) for shape in shapes)


def windows(shape, kernel) -> np.ndarray:
    """Return all windows of an array of that shape, along its last axes, without filling it."""
    axes = tuple(range(-len(kernel), 0))
    return sliding_window_view(np.broadcast_to(np.int8(0), shape), kernel, axes)


def sample(image, x, y) -> float:
    return map_coordinates(np.array(image, float), [[y], [x]], order=1)[0]


def bottleneck_saving(k, c, m):
    return entries((c, c, k, k)) / entries((m, c, 1, 1), (m, m, k, k), (c, m, 1, 1))


def group_conv_weights(k, ci, co, g):
    groups = zip(np.split(np.arange(co), g), np.split(np.arange(ci), g), strict=True)
    return entries(*((len(outputs), len(inputs), k, k) for outputs, inputs in groups))


def channel_shuffle_order(g, n, p):
    return np.arange(g * n).reshape(g, n).T.ravel()[p]


def depthwise_multiplications(k, s, n, c):
    return windows((c, n, n), (k, k))[:, ::s, ::s].size


def pointwise_share(k, ci, co, n):
    depthwise = windows((ci, n + k - 1, n + k - 1), (k, k)).size
    pointwise = co * windows((ci, n, n), (1, 1)).size
    return 100 * pointwise / (depthwise + pointwise)


def separable_conv_weights(k, ci, co):
    return entries((ci, 1, k, k), (co, ci, 1, 1))


def separable_conv_saving(k, ci, co, n):
    depthwise = windows((ci, n + k - 1, n + k - 1), (k, k)).size
    return co * depthwise / (depthwise + co * windows((ci, n, n), (1, 1)).size)


def asymmetric_conv_weights(n, c, m):
    pair = entries((m, c, 1, n), (c, m, n, 1))
    return 100 * (1 - pair / entries((c, c, n, n)))


def dilated_receptive_field(k, a, b, c):
    composed = np.ones(1)
    for rate in (a, b, c):
        taps = np.zeros(rate * (k - 1) + 1)
        taps[::rate] = 1
        composed = np.convolve(composed, taps)
    return len(composed)


def hdc_rule(b, c):
    """The largest gap between pixels that the last two layers read."""
    read = {i * b + j * c for i, j in product((-1, 0, 1), repeat=2)}
    return max(np.diff(sorted(read)))


def bilinear_weight(px, py, qx, qy):
    image = np.zeros((16, 16))
    image[qy, qx] = 1
    return sample(image, px, py)


def deformable_offset_channels(k, v, g):
    predicted = ("dy", "dx", "modulation")[: v + 1]
    return len(list(product(range(g), range(k), range(k), predicted)))


def deformable_offset_gradient(w, u, v, a, b, c, d):
    """The sample is linear in x inside the cell, so that a finite step gives the slope."""
    image = [[a, b], [c, d]]
    return w * (sample(image, u + 1 / 8, v) - sample(image, u - 1 / 8, v)) * 4


def conv3d_macs(t, ci, co, l, n):  # noqa: E741
    return co * windows((ci, l + t - 1, n + 2, n + 2), (t, 3, 3)).size / 1e9


def r2plus1d_channels(t, k, ci, co):
    def factorised(m):
        return entries((m, ci, 1, k, k), (co, m, t, 1, 1))

    return bisect_right(range(1, 5000), entries((co, ci, t, k, k)), key=factorised)


def conv_1x1_macs(h, w, ci, co):
    return co * windows((ci, h, w), (ci, 1, 1)).size / 1e6
