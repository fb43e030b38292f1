import numpy as np


def roc_curve(y_true, y_score):
    y_true = y_true.astype(bool)
    thresholds = np.concatenate([[np.inf], np.unique(y_score)[::-1].astype(float)])

    def rate(members):
        if members.size == 0:
            return np.full(thresholds.shape, np.nan)
        below = np.searchsorted(np.sort(members), thresholds, side="left")
        return 1 - below / members.size

    scores = y_score.astype(float)
    return rate(scores[~y_true]), rate(scores[y_true]), thresholds
