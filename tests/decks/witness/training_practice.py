"""The numbers of the training-practice deck, from enumeration, solvers and masks of ones."""

from itertools import product

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp
from scipy.stats import entropy


def expected_error_at_a_point(f, a, b, c, s):
    # a label is f plus or minus the noise's standard deviation
    labels = (f - np.sqrt(s), f + np.sqrt(s))
    return np.mean([(y - guess) ** 2 for y, guess in product(labels, (a, b, c))])


def early_stopping_epoch(P, l1, l2, l3, l4, l5, l6, l7, l8):  # noqa: N803
    losses = np.array([l1, l2, l3, l4, l5, l6, l7, l8])
    for epoch in range(P + 1, 9):
        if losses[epoch - P : epoch].min() >= losses[: epoch - P].min():
            return epoch
    return None


def ridge_one_weight(a, p, b, q, l):  # noqa: E741
    # the penalty as a further sample with input sqrt(l) and target 0
    inputs = np.array([[a], [b], [np.sqrt(l)]])
    return np.linalg.lstsq(inputs, np.array([p, q, 0.0]), rcond=None)[0][0]


def soft_threshold_value(a, l):  # noqa: E741
    # a convex parabola on either side of 0 takes its minimum at its vertex or at 0
    candidates = [0.0, max(a - l, 0.0), min(a + l, 0.0)]
    return min(candidates, key=lambda w: (w - a) ** 2 / 2 + l * abs(w))


def weight_decay_step(w, g, r, l):  # noqa: E741
    tiny = 1e-30
    z = complex(w, tiny)
    return w - r * (g * z + l / 2 * z * z).imag / tiny


def dropout_noise(n, x, w, p):
    # the probability generating polynomial of the number of kept inputs
    kept = np.array([1.0])
    for _ in range(n):
        kept = np.convolve(kept, [p, 1 - p])
    sums = np.arange(n + 1) * w * x / (1 - p)
    return np.sqrt(kept @ (sums - kept @ sums) ** 2)


def dropblock_rescale(w, b, s):
    mask = np.ones((w, w), dtype=int)
    places = [(i, j) for i in range(0, w - b + 1, b) for j in range(0, w - b + 1, b)]
    for i, j in places[:s]:
        mask[i : i + b, j : j + b] = 0
    return mask.size / np.count_nonzero(mask)


def constant_prediction_loss(q):
    def loss(z):
        return q * np.logaddexp(0, -z) + (1 - q) * np.logaddexp(0, z)

    return minimize_scalar(loss, bracket=(-5, 5), tol=1e-12).fun


def energy_score(a, b, c, T):  # noqa: N803
    return -T * logsumexp(np.array([a, b, c]) / T)


def ensemble_mutual_information(a, b):
    # the mean divergence of the members from their average
    members = np.array([[a, 1 - a], [b, 1 - b]])
    return np.mean([entropy(member, members.mean(axis=0)) for member in members])


def warmup_then_cosine(T, w, b, t):  # noqa: N803
    """Half a turn of a pointer, one epoch after the other; the rate follows its shadow."""
    pointer, turn = 1 + 0j, np.exp(1j * np.pi / (T - w))
    for _ in range(int(t - w)):
        pointer *= turn
    return b * (1 + pointer.real) / 2
