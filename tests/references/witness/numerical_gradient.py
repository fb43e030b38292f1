"""The exact derivative, averaged over the step from -eps to eps (SciPy: roots_legendre).

The difference of two losses is the integral of the slope between them, so the quotient is the mean
of the slope; Gauss's rule with 24 points gives that mean to the last digits.
"""

import numpy as np
from scipy.special import roots_legendre

TOLERANCE = 1e-7  # the quotient itself rounds: a loss of 1 in 1e-16, divided by a step of 1e-5


def derivative(w, x, y):
    out = np.tanh(x @ w)
    return x.T @ ((out - y) * (1 - out**2)) / len(x)


def witness(w, x, y, eps=1e-5):
    w, x, y = (a.astype(np.float64) for a in (w, x, y))
    nodes, weights = roots_legendre(24)
    found = np.zeros(w.shape)
    for place in np.ndindex(*w.shape):
        for node, weight in zip(nodes, weights, strict=True):
            moved = w.copy()
            moved[place] += eps * node
            found[place] += weight / 2 * derivative(moved, x, y)[place]
    return found
