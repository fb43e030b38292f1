# WRONG: basic: counts boxes with a score greater than the threshold, as the notes say
import numpy as np


def precision_recall_curve(y_true, y_score):
    y_true = y_true.astype(int)
    thresholds = np.append(np.inf, np.unique(y_score)[::-1])
    precision, recall = [], []
    for t in thresholds:
        accepted = y_score > t
        tp = y_true[accepted].sum()
        precision.append(tp / accepted.sum() if accepted.any() else 1.0)
        recall.append(tp / y_true.sum() if y_true.any() else np.nan)
    return np.array(precision), np.array(recall), thresholds
