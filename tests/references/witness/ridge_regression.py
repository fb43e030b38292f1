"""scikit-learn's Ridge by SVD."""

import numpy as np
from sklearn.linear_model import Ridge

TOLERANCE = 1e-8


def witness(x, y, alpha=1.0, fit_intercept=True):
    model = Ridge(alpha, fit_intercept=fit_intercept, solver="svd")
    model.fit(np.asarray(x, np.float64), np.asarray(y, np.float64))
    return model.coef_, float(model.intercept_)
