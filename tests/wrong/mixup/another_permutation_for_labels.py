# WRONG: basic: the labels are blended along a permutation of their own
import numpy as np


def mixup(x, y, alpha, rng):
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    i, j = rng.permutation(len(x)), rng.permutation(len(x))
    return lam * x + (1 - lam) * x[i], lam * y + (1 - lam) * y[j]
