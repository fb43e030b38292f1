"""The numbers of the initialization deck, from networks that are run, arrays and quadrature."""

import numpy as np
from scipy.stats import uniform

STEP = 1e-30j
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(20)


def gradient(loss, weights, index):
    """By one element, exact to rounding: no difference of near values is taken."""
    moved = np.array(weights, dtype=complex)
    moved[index] += STEP
    return loss(moved).imag / STEP.imag


def mean_square_after(activation):
    """For a standard normal input."""
    return WEIGHTS @ activation(NODES) ** 2 / WEIGHTS.sum()


def zero_sigmoid_network_gradient(b, y):
    hidden = 1 / (1 + np.exp(-np.zeros((2, 2)) @ [3, -7]))
    return gradient(lambda out: (out @ hidden + b - y) ** 2 / 2, np.zeros(2), 1)


def equal_weights_gradient(w, a, b, y):
    def loss(first):
        before = first @ np.array([a, b])
        return (np.where(before.real > 0, before, 0) @ [w, w] - y) ** 2 / 2

    return gradient(loss, np.full((2, 2), w), (0, 1))


def preactivation_deviation(n, q, s):
    """Deviations of independent terms add like the sides of a right angle."""
    return np.linalg.norm(np.full(n, s) * np.sqrt(q))


def uniform_bound(v):
    return np.sqrt(v / uniform(-1, 2).var())


def variance_through_layers(L, n, s):  # noqa: N803
    """Each layer maps the units' variances by the matrix of the weights' variances."""
    variances = np.ones(n)
    for _ in range(L):
        variances = np.full((n, n), s) ** 2 @ variances
    return variances.max()


def xavier_uniform_bound(k, c, d):
    kernel = np.empty((d, c, k, k))
    connections = kernel[0].size + kernel[:, 0].size
    return np.sqrt(2 / connections) / uniform(-1, 2).std()


def kaiming_std_of_a_convolution(k, c, d, a):
    kernel = np.empty((d, c, k, k))
    kept = mean_square_after(lambda z: np.where(z > 0, z, a * z))
    return 1 / np.sqrt(kernel[0].size * kept)


def xavier_kaiming_ratio(n, m):
    xavier = 1 / np.mean([n, m])
    kaiming = 1 / (n * mean_square_after(lambda z: np.maximum(0, z)))
    return kaiming / xavier


def xavier_relu_shrinkage(L):  # noqa: N803
    mean_square = 1.0
    for _ in range(L):
        mean_square *= mean_square_after(lambda z: np.maximum(0, z))
    return 1 / np.sqrt(mean_square)
