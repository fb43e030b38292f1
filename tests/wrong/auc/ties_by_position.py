# WRONG: ties: equal scores get different ranks
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    m, n = positive.sum(), (~positive).sum()
    if m == 0 or n == 0:
        return np.nan
    rank = np.empty(len(y_score))
    rank[np.argsort(y_score, kind="stable")] = np.arange(1, len(y_score) + 1)
    return (rank[positive].sum() - m * (m + 1) / 2) / (m * n)
