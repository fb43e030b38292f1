"""scikit-learn: PolynomialFeatures lists the crosses; and a sum worked by hand."""

import numpy as np
from sklearn.preprocessing import PolynomialFeatures

GOLDEN = [
    (
        {
            "x": np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 1.0]]),
            "v": np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]),
        },
        [0 * 2 + 1 * 3 + 1 * 6, 1],
    ),
    ({"x": np.array([[5.0]]), "v": np.array([[2.0, 3.0]])}, [0.0]),
]


def witness(x, v):
    x, v = np.asarray(x, dtype=np.float64), np.asarray(v, dtype=np.float64)
    if not len(x):
        return np.zeros(0)
    listed = PolynomialFeatures(2, interaction_only=True, include_bias=False)
    crosses = listed.fit_transform(x)[:, x.shape[1] :]
    pairs = [np.flatnonzero(row) for row in listed.powers_[x.shape[1] :]]
    return crosses @ np.array([np.dot(v[i], v[j]) for i, j in pairs])
