"""SciPy: scipy.ndimage's means and variances of labelled regions; and a map worked by hand."""

import numpy as np
from scipy import ndimage

GOLDEN = [
    (
        # mean 3, variance 14/4
        {"x": np.array([[[[1.0, 2.0], [3.0, 6.0]]]]), "gamma": np.array([2.0]), "eps": 0.0},
        np.array([[[[-4.0, -2.0], [0.0, 6.0]]]]) / np.sqrt(3.5),
    ),
    (
        # two samples and two channels, four different pairs of statistics; variance 1 + 3
        {"x": np.array([[[1.0, 3.0], [5.0, 7.0]], [[-1.0, 1.0], [99.0, 101.0]]]), "eps": 3.0},
        np.array([[[-0.5, 0.5], [-0.5, 0.5]], [[-0.5, 0.5], [-0.5, 0.5]]]),
    ),
]


def witness(x, gamma=None, beta=None, eps=1e-5):
    x = np.asarray(x, dtype=np.float64)
    if not x.size:
        return np.zeros(x.shape)
    samples, channels = x.shape[:2]
    which = np.arange(samples * channels)
    labels = np.repeat(which, x[0, 0].size).reshape(x.shape)
    factor = np.ones(channels) if gamma is None else np.asarray(gamma, dtype=np.float64)
    offset = np.zeros(channels) if beta is None else np.asarray(beta, dtype=np.float64)
    slope = np.tile(factor, samples) * (ndimage.variance(x, labels, which) + eps) ** -0.5
    mean, shift = ndimage.mean(x, labels, which), np.tile(offset, samples)
    return (x - mean[labels]) * slope[labels] + shift[labels]
