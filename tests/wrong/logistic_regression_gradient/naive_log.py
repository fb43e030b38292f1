# WRONG: stability: log of a probability that was rounded to 0
import numpy as np


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    x, y = x.astype(float), y.astype(float)
    z = np.clip(x @ w + b, -500, 500)
    p = 1 / (1 + np.exp(-z))
    p = np.clip(p, 1e-15, 1 - 1e-15)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + l2 / 2 * (w @ w)
    return loss, x.T @ (p - y) / len(y) + l2 * w, (p - y).mean()
