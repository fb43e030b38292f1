# WRONG: basic: returns the ROC point (TPR, FPR)
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    ill, called = y_true.astype(bool), y_score >= threshold
    tp, fp = np.sum(ill & called), np.sum(~ill & called)
    sensitivity = tp / ill.sum() if ill.any() else np.nan
    specificity = fp / (~ill).sum() if (~ill).any() else np.nan
    return sensitivity, specificity
