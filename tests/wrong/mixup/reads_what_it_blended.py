# WRONG: basic: blends row after row in a copy whose first rows are blended already
import numpy as np


def mixup(x, y, alpha, rng):
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    index = rng.permutation(len(x))
    x, y = x.astype(float), y.astype(float)
    for i, j in enumerate(index):
        x[i] = lam * x[i] + (1 - lam) * x[j]
        y[i] = lam * y[i] + (1 - lam) * y[j]
    return x, y
