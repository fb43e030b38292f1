# WRONG: basic: the penalty is forgotten
import numpy as np


def ridge_regression(x, y, alpha=1.0, fit_intercept=True):
    mx = x.mean(axis=0) if fit_intercept else 0 * x[0]
    my = y.mean() if fit_intercept else 0.0
    w = np.linalg.lstsq(x - mx, y - my, rcond=None)[0]
    return w, float(my - mx @ w)
