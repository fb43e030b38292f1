# WRONG: basic: the covariance in place of the sum over the samples
import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    n, d = x.shape
    mx = x.mean(axis=0) if fit_intercept else np.zeros(d)
    my = y.mean() if fit_intercept else 0.0
    c, t = x - mx, y - my
    w = np.linalg.solve(c.T @ c / n + alpha * np.eye(d), c.T @ t / n)
    return w, float(my - mx @ w)
