# WRONG: basic: the gradient of the squared error, with its factor p(1 - p)
import numpy as np


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    p = 1 / (1 + np.exp(-(x @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + l2 / 2 * w @ w
    off = (p - y) * p * (1 - p)
    return loss, x.T @ off / len(y) + l2 * w, off.mean()
