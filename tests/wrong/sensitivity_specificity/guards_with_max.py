# WRONG: edge: max(count, 1) turns a share that does not exist into 0
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    ill, called = y_true.astype(bool), y_score >= threshold
    tp, tn = np.sum(ill & called), np.sum(~ill & ~called)
    return tp / max(ill.sum(), 1), tn / max((~ill).sum(), 1)
