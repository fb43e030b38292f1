# WRONG: dtype: truth values cannot be subtracted from each other
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    called = y_score >= threshold
    fn = np.sum(y_true - called == 1)
    fp = np.sum(called - y_true == 1)
    ill, healthy = np.sum(y_true == 1), np.sum(y_true == 0)
    sensitivity = 1 - fn / ill if ill else np.nan
    specificity = 1 - fp / healthy if healthy else np.nan
    return sensitivity, specificity
