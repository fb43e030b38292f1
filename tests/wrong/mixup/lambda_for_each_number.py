# WRONG: basic: a lambda for each number, so that samples are torn apart
import numpy as np


def mixup(x, y, alpha, rng):
    a = rng.beta(alpha, alpha, x.shape) if alpha > 0 else np.ones(x.shape)
    b = a.reshape(len(x), -1).mean(axis=1)[:, None]
    index = rng.permutation(len(x))
    return a * x + (1 - a) * x[index], b * y + (1 - b) * y[index]
