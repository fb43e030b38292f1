# WRONG: edge: one half where a class is missing
import numpy as np


def auc(y_true, y_score):
    positive = y_true.astype(bool)
    if positive.all() or not positive.any():
        return 0.5
    a, b = y_score[positive][:, None], y_score[~positive][None, :]
    return (a > b).mean() + (a == b).mean() / 2
