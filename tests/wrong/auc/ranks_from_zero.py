# WRONG: basic: argsort of argsort counts ranks from 0
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    m, n = positive.sum(), (~positive).sum()
    if m == 0 or n == 0:
        return np.nan
    rank = np.argsort(np.argsort(y_score, kind="stable"), kind="stable")
    return (rank[positive].sum() - m * (m + 1) / 2) / (m * n)
