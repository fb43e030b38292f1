# WRONG: dtype: the difference of unsigned scores is never negative
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    if positive.all() or not positive.any():
        return np.nan
    gaps = y_score[positive][:, None] - y_score[~positive][None, :]
    return (gaps > 0).mean() + (gaps == 0).mean() / 2
