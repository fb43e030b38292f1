# WRONG: basic: missed objects are forgotten
import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    tp = np.cumsum(is_tp[np.argsort(-scores, kind="stable")])
    if len(tp) == 0 or tp[-1] == 0:
        return 0.0
    recall, precision = tp / tp[-1], tp / np.arange(1, len(tp) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    if points is None:
        return np.sum(np.diff(recall, prepend=0.0) * envelope)
    return np.mean([precision[recall >= r].max(initial=0.0) for r in np.linspace(0, 1, points)])
