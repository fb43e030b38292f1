# WRONG: basic: (X^T X + alpha I)^-1 X^T y of data that were not centred
import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    w = np.linalg.solve(x.T @ x + alpha * np.eye(x.shape[1]), x.T @ y)
    return w, float((y - x @ w).mean()) if fit_intercept else 0.0
