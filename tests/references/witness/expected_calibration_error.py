"""scikit-learn: calibration_curve's bins, weighted by counting; torchmetrics' example."""

from itertools import pairwise

import numpy as np
from sklearn.calibration import calibration_curve

GOLDEN = [
    # MulticlassCalibrationError(num_classes=3, n_bins=3, norm='l1')
    (
        {
            "probs": np.array(
                [[0.25, 0.20, 0.55], [0.55, 0.05, 0.40], [0.10, 0.30, 0.60], [0.90, 0.05, 0.05]]
            ),
            "labels": np.array([0, 1, 2, 0]),
            "n_bins": 3,
        },
        0.2,
    ),
]


def witness(probs, labels, n_bins=15):
    probs = probs.astype(np.float64)
    confidence = probs.max(axis=1)
    right = np.array([row.index(max(row)) for row in probs.tolist()]) == labels
    accuracy, mean = calibration_curve(right.astype(int), confidence, n_bins=n_bins)
    borders = [m / n_bins for m in range(n_bins + 1)]
    counts = [sum(low < c <= high for c in confidence) for low, high in pairwise(borders)]
    return np.dot([count for count in counts if count], np.abs(accuracy - mean)) / len(labels)
