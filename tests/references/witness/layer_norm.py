"""SciPy: scipy.ndimage's means and variances of labelled regions; and rows worked by hand."""

import numpy as np
from scipy import ndimage

GOLDEN = [
    (
        # mean 3, variance 14/4
        {"x": np.array([1.0, 2.0, 3.0, 6.0]), "gamma": np.ones(4), "beta": np.zeros(4), "eps": 0.0},
        np.array([-2.0, -1.0, 0.0, 3.0]) / np.sqrt(3.5),
    ),
    (
        # each token by itself: mean 2, variance 1; mean 30, variance 100 (+ 300)
        {"x": np.array([[[1.0, 3.0]], [[20.0, 40.0]]]), "gamma": np.array([1.0, 2.0])}
        | {"beta": np.array([0.0, 1.0]), "eps": 300.0},
        np.array([[[-1 / np.sqrt(301), 1 + 2 / np.sqrt(301)]], [[-0.5, 2.0]]]),
    ),
]


def witness(x, gamma, beta, eps=1e-5):
    x = np.asarray(x, dtype=np.float64)
    count = x.size // gamma.size
    if not count:
        return np.zeros(x.shape)
    labels = np.repeat(np.arange(count), gamma.size).reshape(x.shape)
    which = np.arange(count)
    per = (*x.shape[: x.ndim - gamma.ndim], *[1] * gamma.ndim)
    mean = ndimage.mean(x, labels, which).reshape(per)
    var = ndimage.variance(x, labels, which).reshape(per)
    return (x - mean) * (var + eps) ** -0.5 * gamma + beta
