# WRONG: basic: x is the number of negatives called positive, as the notes explain it
import numpy as np


def roc_curve(y_true, y_score):
    thresholds = np.append(np.inf, np.unique(y_score)[::-1])
    accepted = y_score[None, :] >= thresholds[:, None]
    positive = y_true.astype(bool)
    with np.errstate(invalid="ignore"):
        tpr = accepted[:, positive].sum(axis=1) / positive.sum()
    return accepted[:, ~positive].sum(axis=1).astype(float), tpr, thresholds
