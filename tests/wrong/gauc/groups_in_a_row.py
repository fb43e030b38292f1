# WRONG: basic: supposes that the samples of a user stand together
import itertools

import numpy as np


def auc(label, score):
    a, b = score[label == 1][:, None], score[label == 0][None, :]
    return ((a > b).sum() + (a == b).sum() / 2) / a.size / b.size


def gauc(y_true, y_score, groups, weights="impressions"):
    areas, shares, start = [], [], 0
    for _, run in itertools.groupby(groups):
        end = start + len(list(run))
        label, score = y_true[start:end], y_score[start:end]
        if 0 < label.sum() < len(label):
            areas.append(auc(label, score))
            shares.append(len(label) if weights == "impressions" else label.sum())
        start = end
    return np.average(areas, weights=shares) if areas else np.nan
