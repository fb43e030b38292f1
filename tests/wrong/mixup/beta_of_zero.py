# WRONG: edge: there is no Beta(0, 0) to draw from
import numpy as np


def mixup(x, y, alpha, rng):
    lam = rng.beta(alpha, alpha)
    index = rng.permutation(len(x))
    return lam * x + (1 - lam) * x[index], lam * y + (1 - lam) * y[index]
