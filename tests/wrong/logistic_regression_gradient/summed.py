# WRONG: basic: the gradient is summed, though the loss is a mean
import numpy as np


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    p = 1 / (1 + np.exp(-(x @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + l2 / 2 * w @ w
    return loss, x.T @ (p - y) + l2 * w, (p - y).sum()
