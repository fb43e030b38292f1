# WRONG: basic: the column of ones is penalised like the others
import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    d = x.shape[1]
    if fit_intercept:
        x = np.hstack([x, np.ones((len(x), 1))])
    w = np.linalg.solve(x.T @ x + alpha * np.eye(x.shape[1]), x.T @ y)
    return w[:d], w[d] if fit_intercept else 0.0
