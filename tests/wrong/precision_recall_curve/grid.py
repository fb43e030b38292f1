# WRONG: basic: a fixed grid of thresholds instead of the scores
import numpy as np


def precision_recall_curve(y_true, y_score):
    thresholds = np.append(np.inf, np.linspace(1, 0, 101))
    accepted = y_score[None, :] >= thresholds[:, None]
    tp = (accepted & (y_true == 1)).sum(axis=1)
    precision = np.where(accepted.any(axis=1), tp / np.maximum(accepted.sum(axis=1), 1), 1.0)
    return precision, tp / y_true.sum(), thresholds
