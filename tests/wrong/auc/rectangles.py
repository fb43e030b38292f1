# WRONG: basic: the ROC curve is summed with each rectangle's left height, one point too early
import numpy as np


def auc(y_true, y_score):
    thresholds = np.append(np.inf, np.unique(y_score)[::-1])
    positive = y_true.astype(bool)
    if positive.all() or not positive.any():
        return np.nan
    accepted = y_score[None, :] > thresholds[:, None]
    tpr = accepted[:, positive].mean(axis=1)
    fpr = accepted[:, ~positive].mean(axis=1)
    return np.sum(np.diff(fpr) * tpr[:-1])
