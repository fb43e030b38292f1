"""The two layers run one after the other on unit inputs; and a layer folded by hand."""

import numpy as np

GOLDEN = [
    (
        # z = 1 x - 1, y = 3 (z - 5) / sqrt(8 + 1) + 2 = z - 3 = x - 4
        {"w": np.array([[1.0]]), "b": np.array([-1.0]), "gamma": np.array([3.0]), "eps": 1.0}
        | {"beta": np.array([2.0]), "running_mean": np.array([5.0])}
        | {"running_var": np.array([8.0])},
        (np.array([[1.0]]), np.array([-4.0])),
    ),
]
ROWS = 64


def witness(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    """An affine map is known by what it does to 0 and to each unit patch."""
    filters = np.asarray(w, dtype=np.float64).reshape(len(w), -1)
    gamma, beta, mean, var = (
        np.asarray(a, dtype=np.float64) for a in (gamma, beta, running_mean, running_var)
    )

    def both(patches):
        z = patches @ filters.T + (0 if b is None else np.asarray(b, dtype=np.float64))
        return gamma * ((z - mean) * (var + eps) ** -0.5) + beta

    bias = both(np.zeros((1, filters.shape[1])))[0]
    columns = [
        (both(np.eye(filters.shape[1])[start : start + ROWS]) - bias).T
        for start in range(0, filters.shape[1], ROWS)
    ]
    return np.hstack(columns).reshape(np.shape(w)), bias
