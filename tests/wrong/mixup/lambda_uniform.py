# WRONG: basic: lambda from the uniform distribution, whatever alpha is
import numpy as np


def mixup(x, y, alpha, rng):
    lam = rng.random() if alpha > 0 else 1.0
    index = rng.permutation(len(x))
    return lam * x + (1 - lam) * x[index], lam * y + (1 - lam) * y[index]
