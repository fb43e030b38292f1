import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    right = (y_score >= threshold) == y_true.astype(bool)
    counts = np.bincount(y_true.astype(int), minlength=2)
    hits = np.bincount(y_true.astype(int), weights=right, minlength=2)
    with np.errstate(invalid="ignore"):
        shares = hits / counts
    return shares[1], shares[0]
