# WRONG: edge: users with one class count with AUC 0.5
import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    areas, shares = [], []
    for user in np.unique(groups):
        label, score = y_true[groups == user], y_score[groups == user]
        areas.append(auc(label, score) if 0 < label.sum() < len(label) else 0.5)
        shares.append(len(label) if weights == "impressions" else label.sum())
    return np.average(areas, weights=shares)
