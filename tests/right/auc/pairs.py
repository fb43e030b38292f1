import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    wins = [np.sum(s > y_score[~positive]) + np.sum(s == y_score[~positive]) / 2 for s in y_score[positive]]
    pairs = positive.sum() * (~positive).sum()
    return np.sum(wins) / pairs if pairs else np.nan
