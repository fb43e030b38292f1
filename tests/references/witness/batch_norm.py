"""scikit-learn: StandardScaler, which standardises columns; and numbers worked by hand."""

import numpy as np
from sklearn.preprocessing import StandardScaler

ONE = np.ones(1)
GOLDEN = [
    (
        {"x": np.array([[1.0], [2.0], [3.0], [6.0]]), "gamma": ONE, "beta": 0 * ONE, "eps": 0.0}
        | {"running_mean": 10 * ONE, "running_var": ONE},
        # mean 3, variance 14/4 (biased), 14/3 (unbiased)
        (
            np.array([[-2.0], [-1.0], [0.0], [3.0]]) / np.sqrt(3.5),
            [0.9 * 10 + 0.1 * 3],
            [0.9 + 0.1 * 14 / 3],
        ),
    ),
    (
        {"x": np.array([[7.0]]), "gamma": 3 * ONE, "beta": ONE, "eps": 0.0, "training": False}
        | {"running_mean": 5 * ONE, "running_var": 4 * ONE},
        ([[4.0]], [5.0], [4.0]),
    ),
]


def witness(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    x, gamma, beta, running_mean, running_var = (
        np.asarray(a, dtype=np.float64) for a in (x, gamma, beta, running_mean, running_var)
    )
    columns = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    mean, var = running_mean, running_var
    if training:
        told = StandardScaler().fit(columns)
        mean, var = told.mean_, told.var_
        unbiased = var * len(columns) / (len(columns) - 1)
        running_mean = running_mean + momentum * (mean - running_mean)
        running_var = running_var + momentum * (unbiased - running_var)
    normal = gamma * (columns - mean) / np.sqrt(var + eps) + beta
    back = normal.reshape(np.moveaxis(x, 1, -1).shape)
    return np.moveaxis(back, -1, 1), running_mean, running_var
