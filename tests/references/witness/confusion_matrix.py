"""scikit-learn: sklearn.metrics.confusion_matrix; counting pair by pair where there are none."""

import numpy as np
from sklearn.metrics import confusion_matrix

GOLDEN = [
    # the example of scikit-learn's documentation
    (
        {"y_true": np.array([2, 0, 2, 2, 0, 1]), "y_pred": np.array([0, 0, 2, 2, 0, 2])},
        [[2, 0, 0], [0, 0, 1], [1, 0, 2]],
    ),
]


def witness(y_true, y_pred, num_classes=None):
    y_true, y_pred = y_true.ravel().astype(int), y_pred.ravel().astype(int)
    if num_classes is None:
        num_classes = max([*y_true.tolist(), *y_pred.tolist()]) + 1
    if not y_true.size:
        return np.zeros((num_classes, num_classes), dtype=int)
    return confusion_matrix(y_true, y_pred, labels=range(num_classes))
