"""The numbers of the classical-ml deck, by linear algebra, quadrature, minimisation and search."""

from fractions import Fraction
from itertools import permutations, product

import numpy as np
from scipy import stats
from scipy.optimize import minimize_scalar
from scipy.spatial.distance import cdist


def derivatives(f, z):
    """The first and second, from the mean over a circle in the complex plane (Cauchy)."""
    turn = np.exp(2j * np.pi * np.arange(64) / 64) / 2
    around = f(z + turn)
    return (around / turn).mean().real, 2 * (around / turn**2).mean().real


def likelihood_ratio_coin(n, k, a, b):
    return stats.binom.pmf(k, n, a) / stats.binom.pmf(k, n, b)


def gaussian_mle_variance(a, b, c, d):
    return stats.norm.fit([a, b, c, d])[1] ** 2


def pca_number_of_components(a, b, c, d, e, t):
    kept = np.cumsum([a, b, c, d, e]) / np.sum([a, b, c, d, e])
    return np.searchsorted(kept, t / 100) + 1


def pca_2d_share(p, q, r):
    values = np.linalg.eigvalsh([[p, q], [q, r]])
    return 100 * values[-1] / values.sum()


def pca_reconstruction_error(a, b, c, d, f, k):
    """Data with this covariance in turned axes, reconstructed from k singular vectors."""
    turn = stats.ortho_group.rvs(5, random_state=0)
    half = turn * np.sqrt(np.multiply([a, b, c, d, f], 5))
    data = np.concatenate([half, -half], axis=1)
    u, s, v = np.linalg.svd(data, full_matrices=False)
    rebuilt = u[:, :k] * s[:k] @ v[:k]
    return ((data - rebuilt) ** 2).sum(axis=0).mean()


def pca_projection(m1, m2, x1, x2, w1, w2):
    """The first coordinate in the basis of the direction and its normal."""
    return np.linalg.solve([[w1, -w2], [w2, w1]], [x1 - m1, x2 - m2])[0]


def eigenvalue_from_singular_value(m, s):
    rng = np.random.default_rng(0)
    data = rng.normal(size=(m, 2))
    data -= data.mean(axis=0)
    data *= s / np.linalg.svd(data, compute_uv=False)[0]
    return np.linalg.eigvalsh(np.cov(data.T))[-1]


def svm_margin_width(a, b):
    """Between the points of the two planes that are nearest to the origin."""
    normal = np.array([[a, b]])
    ends = [np.linalg.lstsq(normal, [side], rcond=None)[0] for side in (1, -1)]
    return np.linalg.norm(ends[0] - ends[1])


def svm_signed_distance(a, b, c, p, q):
    """The distance to the foot of the perpendicular, the nearest point that solves w x = -c."""
    point, normal = np.array([p, q]), np.array([[a, b]])
    foot = point + np.linalg.lstsq(normal, [-c - normal[0] @ point], rcond=None)[0]
    return np.linalg.norm(point - foot) * np.sign(normal[0] @ point + c)


def soft_margin_objective(w, b, c, x1, x2, x3):
    """The Lagrangian without slacks is linear in the multipliers: the best corner of the box."""
    short = 1 - np.array([1, 1, -1]) * (w * np.array([x1, x2, x3]) + b)
    return max(w * w / 2 + np.dot(corner, short) for corner in product((0, c), repeat=3))


def rbf_kernel_value(g, a, b, c, d):
    return np.exp(-g * cdist([[a, b]], [[c, d]], "sqeuclidean"))[0, 0]


def xgb_leaf_weight(a, b, c, p, l):  # noqa: E741
    """Ridge regression of the residuals on a constant."""
    rows = np.append(np.ones(3), np.sqrt(l))[:, None]
    residuals = [a - p, b - p, c - p, 0]
    return np.linalg.lstsq(rows, residuals, rcond=None)[0][0]


def xgb_split_gain(a, b, p, q, l, g):  # noqa: E741
    def cost(grad, hess):
        return minimize_scalar(lambda w: grad * w + (hess + l) * w * w / 2).fun + g

    return cost(a + b, p + q) - cost(a, p) - cost(b, q)


def xgb_logistic_step(y, z, l):  # noqa: E741
    """The minimum of the quadratic model of the penalised loss."""
    slope, curvature = derivatives(lambda s: np.log1p(np.exp(s)) - y * s + l * (s - z) ** 2 / 2, z)
    return -slope / curvature


def xgb_min_child_weight(w, p):
    p = Fraction(str(p))
    samples, weight = 0, Fraction(0)
    while weight < w:
        samples, weight = samples + 1, weight + p * (1 - p)
    return samples


def goss_weight(p, q):
    rest = np.arange(p, 100)
    return rest.size / rest[:q].size


def shapley_two_features(v0, va, vb, vab):
    value = {"": v0, "a": va, "b": vb, "ab": vab}
    gains = []
    for order in permutations("ab"):
        before = "".join(sorted(order[: order.index("a")]))
        gains.append(value["".join(sorted(before + "a"))] - value[before])
    return np.mean(gains)
