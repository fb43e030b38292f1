# WRONG: basic: every user counts the same
import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    areas = []
    for user in np.unique(groups):
        label, score = y_true[groups == user], y_score[groups == user]
        if 0 < label.sum() < len(label):
            areas.append(auc(label, score))
    return np.mean(areas) if areas else np.nan
