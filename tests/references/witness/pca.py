"""scikit-learn's PCA by a full SVD; signs are free."""

import numpy as np
from sklearn.decomposition import PCA


def agrees(answer, x, k):
    coordinates, components, variances = answer
    model = PCA(k, svd_solver="full")
    theirs = model.fit_transform(np.asarray(x, np.float64))
    flip = np.sign((components * model.components_).sum(axis=1))
    np.testing.assert_allclose(variances, model.explained_variance_, rtol=1e-9)
    np.testing.assert_allclose(components, model.components_ * flip[:, None], atol=1e-8)
    np.testing.assert_allclose(coordinates, theirs * flip, atol=1e-7)
    np.testing.assert_allclose(components @ components.T, np.eye(k), atol=1e-9)
