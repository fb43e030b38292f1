"""scikit-learn: normalize, which gives rows length 1, with eps as one more column; and by hand."""

import numpy as np
from sklearn.preprocessing import normalize

GOLDEN = [
    (
        # mean square (1 + 49) / 2 = 25
        {"x": np.array([[1.0, 7.0]]), "gamma": np.array([1.0, 10.0]), "eps": 0.0},
        np.array([[0.2, 14.0]]),
    ),
    (
        {"x": np.array([2.0, -2.0]), "gamma": np.ones(2), "eps": 12.0},
        np.array([0.5, -0.5]),
    ),
]


def witness(x, gamma, eps=1e-6):
    x = np.asarray(x, dtype=np.float64)
    if not x.size:
        return np.zeros(x.shape)
    features = x.shape[-1]
    rows = x.reshape(-1, features)
    more = np.full((len(rows), 1), np.sqrt(features * eps))
    unit = normalize(np.hstack([rows, more]))[:, :-1]
    return (unit * np.sqrt(features) * gamma).reshape(x.shape)
