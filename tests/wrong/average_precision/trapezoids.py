# WRONG: basic: joins the points of the raw curve by straight lines
import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    tp = np.cumsum(is_tp[np.argsort(-scores, kind="stable")])
    recall = np.append(0.0, tp / num_gt)
    precision = np.append(1.0, tp / np.arange(1, len(tp) + 1))
    if points is None:
        return np.trapezoid(precision, recall)
    return np.interp(np.linspace(0, 1, points), recall, precision, right=0.0).mean()
