# WRONG: basic: takes argsort itself for the ranks
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    m, n = positive.sum(), (~positive).sum()
    if m == 0 or n == 0:
        return np.nan
    rank = np.argsort(y_score, kind="stable") + 1
    return (rank[positive].sum() - m * (m + 1) / 2) / (m * n)
