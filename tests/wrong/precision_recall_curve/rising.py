# WRONG: basic: from the lowest threshold to the highest, as scikit-learn does it
import numpy as np


def precision_recall_curve(y_true, y_score):
    y_true = y_true.astype(int)
    thresholds = np.append(np.unique(y_score).astype(float), np.inf)
    precision, recall = [], []
    for t in thresholds:
        accepted = y_score >= t
        tp = y_true[accepted].sum()
        precision.append(tp / accepted.sum() if accepted.any() else 1.0)
        recall.append(tp / y_true.sum() if y_true.any() else np.nan)
    return np.array(precision), np.array(recall), thresholds
