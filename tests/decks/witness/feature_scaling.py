"""The numbers of the feature-scaling deck, from scaled data, fits and searches."""

import numpy as np
from scipy.stats import zscore


def min_max_to_interval(lo, hi, x, a, b):
    return np.interp(x, [lo, hi], [a, b])


def min_max_outlier(m, o):
    readings = np.array([0, m, o], dtype=float)
    scaled = (readings - readings.min()) / np.ptp(readings)
    return 100 * (scaled[1] - scaled[0])


def max_abs(a, b, c):
    values = np.array([a, b, c], dtype=float)
    return values[2] / np.linalg.norm(values, np.inf)


def z_score_small_sample(a, b, c, d):
    return zscore([a, b, c, d])[-1]


def scaling_distance_share(da, di, sa, si):
    """Standardise two customers with the statistics of a training set of two others."""
    training = np.array([[20, 1000], [20 + 2 * sa, 1000 + 2 * si]], dtype=float)
    customers = np.array([[30, 5000], [30 + da, 5000 + di]], dtype=float)
    scaled = (customers - training.mean(axis=0)) / training.std(axis=0)
    squares = (scaled[1] - scaled[0]) ** 2
    return 100 * squares[0] / squares.sum()


def scaling_pca_share(v, w):
    """Four points with these variances and no correlation."""
    signs = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]], dtype=float)
    centimetres = signs * np.sqrt([v, w]) * [100, 1]
    squares = np.linalg.svd(centimetres, compute_uv=False) ** 2
    return 100 * squares[0] / squares.sum()


def scaling_penalty(w, c, lam):
    """Fit the old predictions with the rescaled feature."""
    feature = np.array([-1.0, 0.5, 2.0])
    weight = np.linalg.lstsq(c * feature[:, None], w * feature, rcond=None)[0][0]
    return lam * weight**2


def scaling_contraction(lmin, lmax):
    """Search the learning rate whose worse direction shrinks most."""

    def worse(rate):
        return max(abs(1 - rate * lmin), abs(1 - rate * lmax))

    low, high = 0.0, 2 / lmin
    for _ in range(150):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if worse(left) < worse(right) else (left, high)
    return worse(low)


def scaling_max_learning_rate(s1, s2):
    """The slope of the gradient, from data with these deviations."""
    data = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]], dtype=float) * [s1, s2]

    def gradient(weights):
        return data.T @ (data @ weights) / len(data)

    hessian = np.column_stack([gradient(unit) for unit in np.eye(2)])
    return 2 / np.linalg.eigvalsh(hessian)[-1]


def mean_normalization_value(a, b, c, d):
    """The distance to the mean of the min-max scaled values."""
    scaled = np.interp([a, b, c, d], [a, d], [0, 1])
    return scaled[2] - scaled.mean()


def z_score_two_features(m1, s1, m2, s2, x1, x2):
    """The line on which one deviation below the mean is -1 and one above is 1."""
    lines = [np.polyfit([m - s, m + s], [-1, 1], 1) for m, s in ((m1, s1), (m2, s2))]
    return np.polyval(lines[0], x1) - np.polyval(lines[1], x2)
