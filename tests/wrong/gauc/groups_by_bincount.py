# WRONG: edge: user numbers are used as indices, and some are negative
import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    areas, shares = [], []
    counts = np.bincount(groups)
    for user in np.flatnonzero(counts):
        label, score = y_true[groups == user], y_score[groups == user]
        if 0 < label.sum() < len(label):
            areas.append(auc(label, score))
            shares.append(counts[user] if weights == "impressions" else label.sum())
    return np.average(areas, weights=shares) if areas else np.nan
