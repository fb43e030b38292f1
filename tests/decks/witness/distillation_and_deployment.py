"""Distillation losses taken from SciPy, codes found by search over all levels."""

import numpy as np
from scipy import special, stats


def nearest(levels: np.ndarray, x: float) -> int:
    return int(np.abs(levels - x).argmin())


def distillation_loss_value(a, b, t):
    teacher, student = (special.softmax(np.array([logit, 0]) / t) for logit in (a, b))
    return t * t * stats.entropy(teacher, student)


def pearson_distance(a, b, c, d):
    return 1 - np.corrcoef([a, b, 1 - a - b], [c, d, 1 - c - d])[0, 1]


def nckd_value(a, x, b, y):
    """What the classic loss leaves after its target part, undone of its weight."""
    teacher, student = ([p, (1 - p) * z, (1 - p) * (1 - z)] for p, z in ((a, x), (b, y)))
    rest = stats.entropy(teacher, student) - stats.entropy([a, 1 - a], [b, 1 - b])
    return rest / (1 - a)


def pipeline_throughput(b, p, g):
    ready, done = 0, []
    for _ in range(1100):
        ready += p
        done.append(max(ready, done[-1] if done else 0) + g)
    return 1000 * b * 1000 / (done[1099] - done[99])


def fused_kernel_count(p, q):
    branches = ["1x1"] * p + [f"other {i}" for i in range(q)]
    before = [(branch, op) for branch in branches for op in ("conv", "bn", "relu")] + ["concat"]
    return len(before) - len(set(branches))


def int8_clipping_threshold(t, x):
    levels = np.linspace(-t, t, 255)
    return levels[nearest(levels, x)]
