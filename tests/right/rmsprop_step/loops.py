import math

import numpy as np


def rmsprop_step(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    rows = []
    for p, g, a in zip(w.flat, grad.flat, sq_avg.flat):
        a = beta * float(a) + (1 - beta) * float(g) ** 2
        rows.append([float(p) - lr * float(g) / (math.sqrt(a) + eps), a])
    rows = np.array(rows).reshape(-1, 2)
    return rows[:, 0].reshape(w.shape), rows[:, 1].reshape(w.shape)
