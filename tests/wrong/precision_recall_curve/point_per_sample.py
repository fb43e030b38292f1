# WRONG: ties: every sample makes a point, so equal scores depend on the sort
import numpy as np


def precision_recall_curve(y_true, y_score):
    score = y_score.astype(float)
    order = np.argsort(-score, kind="stable")
    tp = np.cumsum(y_true[order])
    total = y_true.sum()
    precision = np.concatenate([[1.0], tp / np.arange(1, len(tp) + 1)])
    recall = np.concatenate([[0.0], tp]) / total if total else np.full(len(tp) + 1, np.nan)
    return precision, recall, np.concatenate([[np.inf], score[order]])
