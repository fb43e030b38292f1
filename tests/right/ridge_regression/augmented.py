import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    n, d = x.shape
    a = np.asarray(x, dtype=float)
    penalty = np.sqrt(alpha) * np.eye(d)
    if fit_intercept:
        a = np.column_stack([a, np.ones(n)])
        penalty = np.column_stack([penalty, np.zeros(d)])
    rows = np.vstack([a, penalty])
    targets = np.concatenate([np.asarray(y, float), np.zeros(d)])
    solution = np.linalg.lstsq(rows, targets, rcond=None)[0]
    return solution[:d], solution[d] if fit_intercept else 0.0
