"""scikit-learn's GaussianMixture, from the same start and with nothing added to variances."""

import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture

TOLERANCE = 1e-8


def witness(x, weights, means, variances, n_iter=1):
    x, w, m, v = (np.asarray(a, np.float64) for a in (x, weights, means, variances))
    if n_iter == 0:
        return w, m, v
    model = GaussianMixture(
        len(w),
        covariance_type="diag",
        tol=0,
        reg_covar=0,
        max_iter=n_iter,
        weights_init=w / w.sum(),
        means_init=m[:, None],
        precisions_init=1 / v[:, None],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(x[:, None])
    return model.weights_, model.means_[:, 0], model.covariances_[:, 0]
