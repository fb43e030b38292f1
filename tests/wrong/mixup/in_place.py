# WRONG: aliasing: x *= lam works on the caller's batch
import numpy as np


def mixup(x, y, alpha, rng):
    lam = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    index = rng.permutation(len(x))
    if x.dtype.kind != "f":
        x = x.astype(float)
    other = x[index]
    x *= lam
    x += (1 - lam) * other
    return x, lam * y + (1 - lam) * y[index]
