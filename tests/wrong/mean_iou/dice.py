# WRONG: basic: the intersection counts twice: this is Dice
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    keep = y_true != ignore_index if ignore_index is not None else np.ones(y_true.shape, bool)
    t, p = y_true[keep], y_pred[keep]
    shares = []
    for c in range(num_classes):
        total = (t == c).sum() + (p == c).sum()
        if total:
            shares.append(2 * ((t == c) & (p == c)).sum() / total)
    return np.mean(shares) if shares else np.nan
