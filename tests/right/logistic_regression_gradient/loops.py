import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    n, d = x.shape
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for row, label in zip(x.tolist(), y.tolist()):
        z = b + sum(a * c for a, c in zip(row, w.tolist()))
        loss += max(z, 0) - z * label + math.log1p(math.exp(-abs(z)))
        off = sigmoid(z) - label
        db += off / n
        for j in range(d):
            dw[j] += off * row[j] / n
    loss = loss / n + l2 / 2 * sum(float(v) ** 2 for v in w)
    return loss, np.array([g + l2 * float(v) for g, v in zip(dw, w)]), db
