"""The numbers of the backpropagation deck, from complex steps, exact fractions and NumPy runs."""

import cmath
import math
from fractions import Fraction

import numpy as np

TINY = 1e-30


def slope(loss, z: float) -> float:
    """Return the derivative of an analytic function by a complex step."""
    return loss(complex(z, TINY)).imag / TINY


def chain_rule_value(a, b, x):
    return slope(lambda z: cmath.log(1 + (a * z + b) ** 2), x)


def chain_rule_cost(m, n):
    def product(left, right):
        return (left[0], right[1]), left[0] * left[1] * right[1]

    def cost(shapes):
        total, shape = 0, shapes[0]
        for other in shapes[1:]:
            shape, spent = product(shape, other)
            total += spent
        return total

    jacobians = [(n, n)] * m
    last, chained = (1, n), cost(jacobians)
    return (chained + product(last, (n, n))[1]) / cost([last, *jacobians])


def graph_gradient(x, y, z):
    return slope(lambda k: (x + k) * (k * z), y)


def forward_mode_seed(x, y, p, q):
    return slope(lambda s: (x + s * p) ** 2 * (y + s * q) + cmath.log(y + s * q), 0)


def finite_difference_time(n, t):
    parameters = Fraction(str(n)) * 10**6
    seconds = sum(parameters * Fraction(t, 1000) for _ in ("plus", "minus"))
    return seconds / 60 / 60


def linear_regression_step(w, b, x, t, r):
    return w - r * slope(lambda k: (k * x + b - t) ** 2 / 2, w)


def linear_regression_batch(w, b, x, t, u, v):
    inputs, targets = np.array([x, u]), np.array([t, v])
    return slope(lambda k: np.mean((k * inputs + b - targets) ** 2 / 2), w)


def broadcast_gradient(n, c, h, g):
    upstream = np.full((n, c, h, h), g, dtype=float)
    gradient = upstream.sum(axis=(0, 2, 3))
    assert gradient.shape == (c,)
    return gradient[-1]


def tiny_network_gradient(x, w, v, t):
    return slope(lambda k: (v / (1 + cmath.exp(-k * x)) - t) ** 2 / 2, w)


def gradient_check_error(x, h):
    point, step = Fraction(x), Fraction(str(h))
    true = 3 * point**2
    up, here, down = (k**3 for k in (point + step, point, point - step))
    return ((up - here) / step - true) / ((up - down) / (2 * step) - true)


def gradient_factor(a, n):
    return math.log10(Fraction(str(a)) ** n)


def sigmoid_chain_bound(n, w):
    def chain(z):
        for _ in range(n):
            z = w / (1 + cmath.exp(-z)) - w / 2
        return z

    return slope(chain, 0) * 1e6


def residual_factor(n, f):
    def network(x):
        for _ in range(n):
            x = x + f * x
        return x

    return slope(network, 1)


def residual_variance_growth(n):
    variance = 1
    for _ in range(n):
        branch = variance
        variance += branch
    return math.sqrt(variance)


def clipped(vector, limit):
    """Project on the ball: the nearest point of norm at most the limit, along the same ray."""
    vector = np.asarray(vector, dtype=float)
    length = np.linalg.norm(vector)
    return vector / length * np.clip(length, 0, limit)


def clip_by_norm_value(a, b, c, m):
    return clipped([a, b, c], m)[0]


def clip_global_norm(a, b, c, m):
    sizes = (3, 7, 4)
    tensors = [np.full(k, g / math.sqrt(k)) for k, g in zip(sizes, (a, b, c), strict=True)]
    after = clipped(np.concatenate(tensors), m)
    return np.linalg.norm(np.split(after, np.cumsum(sizes)[:-1])[1])
