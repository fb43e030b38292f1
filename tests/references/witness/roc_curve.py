"""scikit-learn: roc_curve with every point; its documented example."""

import warnings

import numpy as np
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics import roc_curve

GOLDEN = [
    (
        {"y_true": np.array([0, 0, 1, 1]), "y_score": np.array([0.1, 0.4, 0.35, 0.8])},
        ([0, 0, 0.5, 0.5, 1], [0, 0.5, 0.5, 1, 1], [np.inf, 0.8, 0.4, 0.35, 0.1]),
    ),
]


def witness(y_true, y_score):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UndefinedMetricWarning)
        return roc_curve(
            y_true.astype(int), y_score.astype(np.float64), pos_label=1, drop_intermediate=False
        )
