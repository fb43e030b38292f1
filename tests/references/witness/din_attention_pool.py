"""scikit-learn: its MLPRegressor is the activation unit; user by user, real items only."""

import numpy as np
from sklearn.neural_network import MLPRegressor

GOLDEN = [
    (
        {
            "target": np.array([[1.0, 0.0]]),
            "history": np.array([[[2.0, 1.0], [0.0, 4.0], [5.0, 5.0]]]),
            "lengths": np.array([2]),
            "w1": np.array([[1.0], [0], [0], [0], [1.0], [0], [0], [0]]),  # item 0, item - target 0
            "b1": np.array([0.5]),
            "w2": np.array([2.0]),
            "b2": -1.0,
        },
        # hidden 2 + 1 + 0.5 and relu(0 - 1 + 0.5); weights 6 and -1
        [[12.0, 6.0 - 4.0]],
    )
]


def unit(w1, b1, w2, b2):
    found = MLPRegressor(hidden_layer_sizes=[w1.shape[1]])
    found.coefs_ = [np.asarray(w1, np.float64), np.asarray(w2, np.float64)[:, None]]
    found.intercepts_ = [np.asarray(b1, np.float64), np.array([b2])]
    found.n_layers_, found.out_activation_, found.n_outputs_ = 3, "identity", 1
    found.n_features_in_ = w1.shape[0]
    return found


def witness(target, history, lengths, w1, b1, w2, b2):
    found, of_layer = np.zeros(target.shape), unit(w1, b1, w2, b2)
    for n, wanted in enumerate(target.astype(np.float64)):
        items = history[n, : lengths[n]].astype(np.float64)
        for item in items:
            row = np.hstack([item, wanted, item - wanted, item * wanted])
            found[n] += of_layer.predict(row[None]).item() * item
    return found
