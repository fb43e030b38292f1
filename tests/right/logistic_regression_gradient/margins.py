import numpy as np


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    x, w = np.asarray(x, float), np.asarray(w, float)
    s = 2 * np.asarray(y, float) - 1
    m = s * (x @ w + b)
    loss = np.mean(np.logaddexp(0.0, -m)) + 0.5 * l2 * np.sum(w**2)
    g = -s * np.exp(-np.logaddexp(0.0, m))
    return loss, (g[:, None] * x).mean(axis=0) + l2 * w, g.mean()
