# WRONG: basic: a sample is not accepted at its own score
import numpy as np


def roc_curve(y_true, y_score):
    thresholds = np.append(np.inf, np.unique(y_score)[::-1])
    accepted = y_score[None, :] > thresholds[:, None]
    positive = y_true.astype(bool)
    with np.errstate(invalid="ignore"):
        tpr = accepted[:, positive].sum(axis=1) / positive.sum()
        fpr = accepted[:, ~positive].sum(axis=1) / (~positive).sum()
    return fpr, tpr, thresholds
