import numpy as np


def mixup(x, y, alpha, rng):
    lam = 1.0
    if alpha > 0:
        lam = float(rng.beta(alpha, alpha))
    order = rng.permutation(len(x))
    new_x, new_y = np.zeros(x.shape), np.zeros(y.shape)
    for i in range(len(x)):
        j = order[i]
        new_x[i] = lam * x[i] + (1 - lam) * x[j]
        new_y[i] = lam * y[i] + (1 - lam) * y[j]
    return new_x, new_y
