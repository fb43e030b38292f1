import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    x, y = x.astype(np.float64), y.astype(np.float64)
    mx, my = np.zeros(x.shape[1]), 0.0
    if fit_intercept:
        mx, my = np.mean(x, axis=0), np.mean(y)
    u, s, vt = np.linalg.svd(x - mx, full_matrices=False)
    w = vt.T @ (s / (s**2 + alpha) * (u.T @ (y - my)))
    return w, my - w @ mx
