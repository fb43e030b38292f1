# WRONG: edge: users with one class are skipped above the line, but not below it
import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    total = weight_sum = 0
    for user in np.unique(groups):
        label, score = y_true[groups == user], y_score[groups == user]
        weight = len(label) if weights == "impressions" else label.sum()
        weight_sum += weight
        if 0 < label.sum() < len(label):
            total += weight * auc(label, score)
    return total / weight_sum
