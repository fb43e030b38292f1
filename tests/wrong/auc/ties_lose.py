# WRONG: ties: only strictly higher scores count
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    if positive.all() or not positive.any():
        return np.nan
    return (y_score[positive][:, None] > y_score[~positive]).mean()
