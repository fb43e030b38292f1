"""The numbers of the losses deck, from library functions, complex steps and simulated updates."""

import cmath

import numpy as np
from scipy.optimize import brentq
from scipy.spatial.distance import dice
from scipy.special import huber, log_softmax, logit, xlogy

TINY = 1e-30


def slope(loss, z: float) -> float:
    """Return the derivative of an analytic function by a complex step."""
    return loss(complex(z, TINY)).imag / TINY


def sigmoid(z: complex) -> complex:
    return 1 / (1 + cmath.exp(-z))


def entropy_of_first(logits) -> float:
    return -log_softmax(np.asarray(logits, dtype=float))[0]


def mean_or_median(a, b, c, d, o):
    targets = np.array([a, b, c, d, o], dtype=float)
    best_square = np.linalg.lstsq(np.ones((5, 1)), targets, rcond=None)[0][0]
    best_absolute = min(targets, key=lambda k: np.abs(targets - k).sum())
    return best_square - best_absolute


def huber_value(y, p, d):
    return huber(d, p - y)


def log_loss_of_score(y, f):
    return entropy_of_first([f, 0] if y > 0 else [0, f])


def cross_entropy_from_logits(a, b, c):
    return entropy_of_first([b, a, c])


def cross_entropy_of_batch(n, p1, p2, p3):
    true = np.array([p1, p2, p3])[:, None]
    rest = np.repeat((1 - true) / (n - 1), n - 1, axis=1)
    onehot = np.eye(n)[[0, 0, 0]]
    return -xlogy(onehot, np.hstack([true, rest])).sum(axis=1).mean()


def logit_gradient(a, b, c):
    return slope(lambda z: cmath.log(cmath.exp(z) + cmath.exp(b) + cmath.exp(c)) - z, a)


def mse_prefers_equal(p, r, s, h):
    errors = np.array([[p, r, s], [p, h, h]]) - [1, 0, 0]
    first, second = (errors**2).sum(axis=1)
    return first - second


def saturated_gradient_ratio(a):
    log_loss = slope(lambda z: -cmath.log(sigmoid(z)), -a)
    return log_loss / slope(lambda z: (sigmoid(z) - 1) ** 2 / 2, -a)


def hinge_after_step(w1, w2, x1, x2, y, r):
    w, x = np.array([w1, w2], dtype=float), np.array([x1, x2], dtype=float)
    if y * (w @ x) < 1:
        w -= r * (-y * x)
    return np.clip(1 - y * (w @ x), 0, None)


def multiclass_hinge(t, a, b, c):
    scores = np.array([t, a, b, c])
    return np.clip(scores - t + 1, 0, None).sum() - 1  # the true class itself adds 1


def smoothed_cross_entropy(k, e, p):
    """Mix the entropies against the hard label and against the uniform distribution."""
    surprise = -np.log([p, *[(1 - p) / (k - 1)] * (k - 1)])
    return (1 - e) * surprise[0] + e * surprise.mean()


def smoothed_logit_gap(e, k):
    """Find where the slope of the loss in the gap is zero."""

    def missing(gap):
        wrong = (k - 1) / (np.exp(gap) + k - 1)
        return wrong - e * (k - 1) / k

    return brentq(missing, 0, 30, xtol=1e-14, rtol=1e-14)


def gce_weight(p, a):
    entropy = slope(lambda z: -cmath.log(sigmoid(z)), logit(p))
    return entropy / slope(lambda z: (1 - sigmoid(z) ** a) / a, logit(p))


def dice_loss_value(p, g, i):
    predicted, true = np.zeros((2, p + g), dtype=bool)
    predicted[:p] = True
    true[p - i : p - i + g] = True
    return dice(predicted, true)
