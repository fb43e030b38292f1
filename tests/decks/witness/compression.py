"""Codes found by search over all levels, storage counted in bits, losses taken from SciPy."""

from bisect import bisect_left

import numpy as np
from scipy import integrate, special, stats


def entries(*shapes) -> int:
    return sum(int(np.prod(shape)) for shape in shapes)


def nearest(levels: np.ndarray, x: float) -> int:
    return int(np.abs(levels - x).argmin())


def prune_and_share_ratio(d, b, c):
    kept = np.arange(1000) < 10 * d
    return 1000 * 32 / (kept * (b + c)).sum()


def affine_quantized_value(lo, hi, x):
    """Levels shifted so that one of them is exactly zero."""
    levels = np.linspace(lo, hi, 256)
    levels -= levels[nearest(levels, 0)]
    return nearest(levels, x)


def stochastic_rounding_variance(s, k, p):
    values, chances = np.array([k, k + 1]) * s, [1 - p, p]
    mean = np.average(values, weights=chances)
    return np.sqrt(np.average((values - mean) ** 2, weights=chances))


def ste_gradient(h, s, t, x):
    """The rounding error is held fixed while x moves; what is left is a parabola."""
    clipped = np.clip(x, -h, h)
    error = s * np.rint(clipped / s) - clipped

    def loss(moved):
        return (np.clip(moved, -h, h) + error - t) ** 2 / 2

    return (loss(x + 1 / 64) - loss(x - 1 / 64)) * 32


def gumbel_softmax_sample(p, u, v, t):
    noise = stats.gumbel_r.ppf([u, v])
    return special.softmax((np.log([p, 1 - p]) + noise) / t)[0]


def ternary_scale(a, b, c, d):
    """The best scale for given codes is a least-squares fit."""
    weights = np.array([a, b, c, d])
    codes = np.sign(weights) * (np.abs(weights) > 0.7 * np.abs(weights).mean())
    return np.linalg.lstsq(codes[:, None], weights)[0][0]


def codebook_ratio(n, k):
    indices = np.zeros((n, (k - 1).bit_length()), bool)
    return 8 * np.zeros(n, np.float32).nbytes / (indices.size + 8 * np.zeros(k, np.float32).nbytes)


def low_rank_break_even(m, n):
    return bisect_left(range(1, m), entries((m, n)), key=lambda r: entries((m, r), (r, n)))


def gradual_sparsity(sf, f):
    """The speed of pruning falls as the square of the time that is left."""
    speed = integrate.quad(lambda x: (1 - x) ** 2, 0, f)[0]
    return 100 * sf * speed / integrate.quad(lambda x: (1 - x) ** 2, 0, 1)[0]


def remaining_after_rounds(p, r):
    left = 100.0
    for _ in range(r):
        left -= left * p / 100
    return left


def pruning_threshold(s, q):
    return s * round(stats.halfnorm.ppf(q / 100), 3)


def nm_memory(b, m, n):
    kept = [b + (m - 1).bit_length()] * n
    return 100 * sum(kept) / sum([b] * m)


def channel_pruning_weights(p, k, cin, cout):
    inputs, outputs = (np.arange(c) < c * p / 100 for c in (cin, cout))
    return k * k * np.count_nonzero(np.outer(outputs, inputs))


def group_importance(a, b, g, c, d):
    return sum(np.linalg.norm(part) ** 2 for part in ([a, b], [g], [c, d]))
