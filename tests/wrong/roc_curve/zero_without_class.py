# WRONG: edge: a rate without its class is 0
import numpy as np


def roc_curve(y_true, y_score):
    thresholds = np.append(np.inf, np.unique(y_score)[::-1])
    accepted = y_score[None, :] >= thresholds[:, None]
    positive = y_true.astype(bool)
    tpr = accepted[:, positive].sum(axis=1) / max(positive.sum(), 1)
    fpr = accepted[:, ~positive].sum(axis=1) / max((~positive).sum(), 1)
    return fpr, tpr, thresholds
