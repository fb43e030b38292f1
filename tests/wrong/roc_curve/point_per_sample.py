# WRONG: ties: goes up and right one by one through samples of one score
import numpy as np


def roc_curve(y_true, y_score):
    y_score = y_score.astype(float)
    fp = tp = 0
    points = [(0, 0, np.inf)]
    for i in np.argsort(-y_score, kind="stable"):
        if y_true[i]:
            tp += 1
        else:
            fp += 1
        points.append((fp, tp, y_score[i]))
    fpr, tpr, thresholds = np.array(points, dtype=float).T
    fpr = fpr / fp if fp else fpr * np.nan
    tpr = tpr / tp if tp else tpr * np.nan
    return fpr, tpr, thresholds
