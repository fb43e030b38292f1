"""SciPy's log_expit and expit, sample by sample, added exactly."""

import math

import numpy as np
from scipy.special import expit, log_expit


def witness(x, y, w, b=0.0, l2=0.0):
    x, w = np.asarray(x, np.float64), np.asarray(w, np.float64)
    z = [math.fsum(row * w) + b for row in x]
    signs = [1 if label else -1 for label in y]
    n = len(z)
    loss = -math.fsum(log_expit(s * v) for s, v in zip(signs, z, strict=True)) / n
    slopes = [-s * expit(-s * v) for s, v in zip(signs, z, strict=True)]
    dw = [
        math.fsum(slope * row[j] for slope, row in zip(slopes, x, strict=True)) / n + l2 * w[j]
        for j in range(len(w))
    ]
    return loss + l2 * math.fsum(w**2) / 2, np.array(dw), math.fsum(slopes) / n
