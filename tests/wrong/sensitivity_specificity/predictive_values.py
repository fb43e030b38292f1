# WRONG: basic: divides by those called positive and negative
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    ill, called = y_true == 1, y_score >= threshold
    tp, tn = np.sum(ill & called), np.sum(~ill & ~called)
    return tp / called.sum(), tn / (~called).sum()
