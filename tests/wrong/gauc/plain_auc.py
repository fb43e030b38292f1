# WRONG: basic: compares clicks of one user with non-clicks of another
import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    return auc(y_true, y_score)
