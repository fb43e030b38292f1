"""The numbers of the clustering deck, by running the step on arrays and enumerating labellings."""

from itertools import product

import numpy as np
from scipy import stats
from scipy.spatial.distance import cdist


def kmeans_one_iteration(a, b, c, d, e, p, q):
    x = np.array([a, b, c, d, e], dtype=float)[:, None]
    nearest = cdist(x, [[p], [q]]).argmin(axis=1)
    return x[nearest == 1].mean()


def kmeans_multiplications(t, n, k, d):
    """The matrix of differences of all iterations, as a view without memory."""
    return np.broadcast_to(np.int8(0), (t, n, k, d)).size / 1e6


def kmeans_pp_probability(b, x, y, z):
    samples = np.array([[0], [b], [x], [y], [z]], dtype=float)
    weight = cdist(samples, samples[:2], "sqeuclidean").min(axis=1)
    return (weight / weight.sum())[-1]


def medoid_cost(a, b, c):
    members = [[0, 0], [a, 1], [2, b], [c, c]]
    return cdist(members, members, "cityblock").sum(axis=1).min()


def em_responsibility(w, a, b, x):
    joint = np.array([w, 1 - w]) * stats.norm.pdf(x, [a, b])
    return joint[0] / joint.sum()


def slide_log_likelihood(a, b, c):
    return stats.bernoulli.logpmf([1, 0, 1], [a, b, c]).sum()


def noisy_or(n, a, b):
    """The number of positive patches, by convolving the patches one after the other."""
    count = np.ones(1)
    for chance in [a] * n + [b]:
        count = np.convolve(count, [1 - chance, chance])
    return count[1:].sum()


def patch_posterior(a, b, c):
    positive = first = 0.0
    for labels in product((0, 1), repeat=3):
        chance = stats.bernoulli.pmf(labels, [a, b, c]).prod()
        positive += chance * any(labels)
        first += chance * labels[0]
    return first / positive
