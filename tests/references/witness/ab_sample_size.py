"""SciPy: the size is the first at which the power, by scipy.stats.norm, is reached.

The table is Kohavi's rule: 16 times the variance by the difference squared is a little too much.
"""

import numpy as np
from scipy.stats import norm

GOLDEN = [({"sigma": np.array([1.0]), "delta": np.array([1.0])}, [16])]


def reached(size, sigma, delta, alpha):
    error = sigma * np.sqrt(2 / np.maximum(size, 1e-300))
    return norm.cdf(np.abs(delta) / error - norm.isf(alpha / 2))


def agrees(answer, sigma, delta, alpha=0.05, power=0.8):
    sigma, delta = np.asarray(sigma, np.float64), np.asarray(delta, np.float64)
    assert np.all(answer >= 1)
    assert np.all(reached(answer, sigma, delta, alpha) >= power - 1e-12)
    assert np.all(reached(answer - 1, sigma, delta, alpha) < power + 1e-12)
