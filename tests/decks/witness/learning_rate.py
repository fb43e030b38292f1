"""The numbers of the learning-rate deck, from schedules run step by step, simulation and search."""

from bisect import bisect_right

import numpy as np
from scipy.linalg import expm
from scipy.optimize import brentq


def learning_rate_limit(a, b, c):
    curvatures = np.array([a, b, c])

    def excess(rate):
        return np.abs(1 - rate * curvatures).max() - 1

    return brentq(excess, 0.5 / curvatures.sum(), 10, xtol=1e-15, rtol=1e-14)


def lr_piecewise_value(b1, b2, v0, v1, v2, t):
    return [v0, v1, v2][bisect_right([b1, b2], t)]


def lr_step_value(lr, g, s, t):
    for epoch in range(1, t + 1):
        if epoch % s == 0:
            lr *= g
    return lr


def lr_multistep_value(lr, g, m1, m2, m3, t):
    for epoch in range(t + 1):
        if epoch in (m1, m2, m3):
            lr *= g
    return lr


def lr_exponential_value(lr, g, t):
    return lr * np.prod(np.full(t, g))


def lr_natural_exp_value(lr, g, t):
    # the rate solves d rate / dt = -g rate
    return lr * expm(np.array([[-g * t]]))[0, 0]


def lr_inverse_time_value(lr, g, t):
    # the reciprocal of the rate grows by g / lr in every step
    return 1 / sum([1 / lr] + [g / lr] * t)


def lr_polynomial_value(lr, end, T, p, t):  # noqa: N803
    left = np.interp(t, [0, T], [1, 0])
    return np.average([end, lr], weights=[1 - left**p, left**p])


def lr_cosine_value(hi, lo, T, t):  # noqa: N803
    # the height of a point on a wheel that turns by half a round in T epochs
    wheel = (hi + lo) / 2 + (hi - lo) / 2 * np.exp(1j * np.pi / T) ** t
    return wheel.real


def lr_plateau_value(lr, f, p, n):
    bad = 0
    for _ in range(n):
        bad += 1
        if bad > p:
            lr, bad = lr * f, 0
    return lr


def lr_warmup_value(a, b, w, t):
    return np.interp(t, [0, w], [a, b])


def lr_noam_value(d, w, t):
    peak = 1 / np.sqrt(d * w)
    return peak * t / w if t < w else peak * np.sqrt(w / t)


def batch_noise_ratio(b, k):
    # variance of a mean of independent samples, as a sum over equal weights
    small, large = (np.sum(np.full(n, 1 / n) ** 2) for n in (b, b * k))
    return np.sqrt(small / large)


def gradient_accumulation_batch(g, b, a, lr):
    samples = np.ones((a, g, b))
    return sum(lr / 256 for _ in range(samples.size))


def linear_scaling_value(lr, b, n):
    # the same way per sample under a constant gradient of 1
    moved_per_sample = lr * np.ones(b).mean() / b
    return moved_per_sample * n


def sqrt_scaling_value(lr, b, k):
    def variance(rate, batch):
        return rate**2 * np.sum(np.full(batch, 1 / batch) ** 2)

    def excess(rate):
        return variance(rate, b * k) / variance(lr, b) - 1

    return brentq(excess, 0, lr * k, xtol=1e-18, rtol=1e-14)


def increase_batch_value(k, j, b):
    for _ in range(j):
        b *= k
    return b
