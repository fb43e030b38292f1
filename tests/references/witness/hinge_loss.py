"""scikit-learn: sklearn.metrics.hinge_loss; NumPy's heaviside for the slope."""

import numpy as np
import sklearn.metrics

GOLDEN = [
    # worked by hand: losses 0, 0, 0.5, 1, 3
    (
        {"scores": np.array([2.0, 1.0, 0.5, 0.0, 2.0]), "labels": np.array([1, 1, 1, -1, -1])},
        (0.9, [0.0, 0.0, -0.2, 0.2, 0.2]),
    ),
]


def witness(scores, labels):
    f, y = (np.asarray(values, dtype=np.float64) for values in (scores, labels))
    # two samples that cost nothing, so that both labels occur
    loss = sklearn.metrics.hinge_loss([*y, -1, 1], [*f, -9, 9]) * (len(y) + 2) / len(y)
    return loss, -y * np.heaviside(1 - y * f, 0.0) / len(y)
