# WRONG: edge: takes the last recall of a list that may be empty
import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    tp = np.cumsum(is_tp[np.argsort(-scores, kind="stable")])
    recall, precision = tp / num_gt, tp / np.arange(1, len(tp) + 1)
    for i in range(len(precision) - 2, -1, -1):
        precision[i] = max(precision[i], precision[i + 1])
    if points is None:
        return recall[0] * precision[0] + np.sum((recall[1:] - recall[:-1]) * precision[1:])
    return np.mean([precision[recall >= r].max(initial=0.0) for r in np.linspace(0, 1, points)])
