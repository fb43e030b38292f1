"""The numbers of the recommendation deck, from small models, explicit data and libraries."""

from fractions import Fraction
from itertools import combinations, pairwise

import numpy as np
from scipy.optimize import brentq
from scipy.special import softmax
from scipy.stats import beta, chi2_contingency


def dcn_cross_layer(a, c, u, v):
    x = np.array([a, c])
    return (np.outer(x, x) @ [u, v] + [1, 0] + x)[0]


def fm_cross_value(a, b, c):
    vectors = np.array([(1, a), (b, 1), (2, c)])
    return sum(v @ w for v, w in combinations(vectors, 2))


def deepfm_parameters(f, n, k, h1, h2):
    sizes = [f * k, h1, h2, 1]
    layers = [shape for i, o in pairwise(sizes) for shape in ((i, o), (o,))]
    return sum(int(np.prod(shape)) for shape in [(), (n,), (n, k), *layers])


def mmoe_gate(l, a, b, c):  # noqa: E741
    return softmax([0, l, 0]) @ [a, b, c]


def esmm_sample_loss(p, c):
    # The likelihood of both labels: clicked, and not (clicked and converted).
    joint = np.array([[p * c, p * (1 - c)], [0, 1 - p]])
    clicked, not_converted = joint[0].sum(), joint.sum() - joint[0, 0]
    return -np.log(clicked * not_converted)


def pcoc_value(n1, n2, p1, p2, c1, c2):
    predicted = np.repeat([p1, p2], [n1, n2])
    clicked = np.arange(n1 + n2) < c1 + c2
    return predicted.mean() / clicked.mean()


def ips_value(n, d1, d2, d3, p1, p2):
    weights, errors = np.zeros(n), np.zeros(n)
    weights[:3] = np.reciprocal([p1, p2, 0.8])
    errors[:3] = d1, d2, d3
    return np.mean(weights * errors)


def doubly_robust_value(h, d1, d2, p1, p2):
    # The other form: weighted errors, less the imputation weighted by (o - p) / p.
    seen, propensity = np.array([1, 1, 0, 0]), np.array([p1, p2, 0.5, 0.5])
    errors = np.array([d1, d2, 0, 0])
    return np.mean(seen * errors / propensity - h * (seen - propensity) / propensity)


def recalibrate_downsampling(w, q):
    return brentq(lambda p: p / (p + (1 - p) * w) - q, 1e-9, 1 - 1e-9, xtol=1e-15, rtol=1e-14)


def popularity_sampling_power(a, b, c):
    roots = np.sqrt(np.sqrt([a, b, c])) ** 3
    return (roots / roots.sum())[2]


def subsample_keep_probability(t, f):
    excess = Fraction(str(f)) / Fraction(str(t))
    return 1 if excess < 1 else min(1.0, float(excess) ** -0.5 + float(1 / excess))


def itemcf_penalised_similarity(a, b, c, al):
    return np.exp(np.log(c) - np.average(np.log([a, b]), weights=[1 - al, al]))


def beta_posterior_mean(a, b, n, s):
    return beta(a + s, b + n - s).mean()


def two_proportion_z(n, c1, c2):
    table = [[c1, n - c1], [c2, n - c2]]
    return np.sign(c1 - c2) * np.sqrt(chi2_contingency(table, correction=False).statistic)


def ab_sample_size(p, l):  # noqa: E741
    # The size at which the difference is four standard errors of it, over the root of two.
    lift = p * l / 100
    standard_errors = 4 / np.sqrt(2)
    return brentq(
        lambda n: lift - standard_errors * np.sqrt(2 * np.var([1] + [0] * round(1 / p - 1)) / n),
        1,
        1e10,
        xtol=1e-9,
        rtol=1e-14,
    )
