"""scikit-learn: precision_recall_curve, turned round; the tie-free definition without positives."""

import numpy as np
from sklearn.metrics import precision_recall_curve

GOLDEN = [
    # scikit-learn's documented example
    (
        {"y_true": np.array([0, 0, 1, 1]), "y_score": np.array([0.1, 0.4, 0.35, 0.8])},
        ([1, 1, 1 / 2, 2 / 3, 1 / 2], [0, 0.5, 0.5, 1, 1], [np.inf, 0.8, 0.4, 0.35, 0.1]),
    ),
    # the notes' example: true, false, true positive, all of the positives among them
    (
        {"y_true": np.array([1, 0, 1]), "y_score": np.array([0.9, 0.8, 0.7])},
        ([1, 1, 1 / 2, 2 / 3], [0, 1 / 2, 1 / 2, 1], [np.inf, 0.9, 0.8, 0.7]),
    ),
]


def witness(y_true, y_score):
    y_score = y_score.astype(np.float64)
    if not y_true.any():
        falling = np.sort(np.unique(y_score))[::-1]
        nothing = np.append(1.0, np.zeros(len(falling)))
        return nothing, np.full(len(falling) + 1, np.nan), np.append(np.inf, falling)
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    return precision[::-1], recall[::-1], np.append(np.inf, thresholds[::-1])
