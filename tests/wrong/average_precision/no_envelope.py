# WRONG: basic: the area under the raw curve
import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    hits = is_tp[np.argsort(-scores, kind="stable")].astype(bool)
    tp = np.cumsum(hits)
    recall, precision = tp / num_gt, tp / np.arange(1, len(tp) + 1)
    if points is None:
        return np.sum(precision[hits]) / num_gt
    grid = np.linspace(0, 1, points)
    return np.mean([precision[recall >= r][0] if (recall >= r).any() else 0.0 for r in grid])
