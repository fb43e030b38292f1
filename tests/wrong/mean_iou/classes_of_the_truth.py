# WRONG: edge: a class that is only predicted is left out
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    keep = y_true != ignore_index if ignore_index is not None else np.ones(y_true.shape, bool)
    t, p = y_true[keep], y_pred[keep]
    if not t.size:
        return np.nan
    return np.mean([((t == c) & (p == c)).sum() / ((t == c) | (p == c)).sum() for c in np.unique(t)])
